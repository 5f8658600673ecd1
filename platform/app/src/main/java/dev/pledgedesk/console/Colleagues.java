package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The staff one can choose from on a page, oneself first; read once a request. */
@RequestScoped
public class Colleagues {

    private static final int MOST = 500;

    @Inject
    Staff staff;

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

    public StaffView me() {
        return all().get(0);
    }
}
