package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Duties;
import dev.pledgedesk.identity.MissingPass;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The staff one can choose from on a page, oneself first; read once a request. */
@RequestScoped
public class Colleagues {

    private static final int MOST = 500;

    @Inject
    Staff staff;

    @Inject
    Duties duties;

    @Inject
    Site site;

    @Inject
    Caller caller;

    private List<StaffView> all;

    /** Everybody who works here now; who may not see the staff can choose himself only. */
    public List<StaffView> all() {
        if (all == null) {
            List<StaffView> found = new ArrayList<>();
            found.add(staff.get(caller.id()));
            if (caller.may(Permission.STAFF_READ)) {
                String after = null;
                do {
                    Page<StaffView> page = staff.page(new PageRequest(PageRequest.MAX_SIZE, after));
                    page.items().stream().filter(m -> m.active() && !m.id().equals(caller.id())).forEach(found::add);
                    after = page.next();
                } while (after != null && found.size() < MOST);
            }
            all = List.copyOf(found);
        }
        return all;
    }

    /** As choices by id. */
    public List<Names.Choice> choices() {
        return all().stream().map(m -> new Names.Choice(m.id().toString(), m.name())).toList();
    }

    /** As choices for some work; who lacks a pass for it is marked, and would be refused. */
    public List<Names.Choice> choices(Work work) {
        Map<UUID, List<MissingPass>> missing = duties.missing(all(), work);
        return all().stream().map(m -> new Names.Choice(m.id().toString(), missing.containsKey(m.id()) ? site.text("console.lacks-pass", m.name()) : m.name())).toList();
    }

    public StaffView me() {
        return all().get(0);
    }
}
