package dev.pledgedesk.console;

import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.privacy.Disposals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For how long records are kept, what is over its time, and what was removed. Over REST: {@code getRetention}, {@code listDisposalMarks}. */
@RequestScoped
@Path("/console/privacy/retention")
public class RetentionPages implements PageResource {

    private static final int ROWS = 50;
    private static final int RUNS = 30;

    /**
     * The page.
     *
     * @param going customers who are marked, the next first
     */
    public record View(List<Disposals.Outlook> kinds, List<Disposals.Mark> going, Map<UUID, CustomerName> customers, List<Disposals.Run> runs, boolean first, String next) {
    }

    @Inject
    Disposals disposals;

    @Inject
    Customers customers;

    /** The page; {@code after} is for the list of customers. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show(@QueryParam("after") String after) {
        Page<Disposals.Mark> going = disposals.marks("customer", new PageRequest(ROWS, after));
        return HtmlPage.of("console/retention.jte", new View(disposals.outlook(), going.items(), customers.names(going.items().stream().map(Disposals.Mark::recordId).toList()),
                disposals.runs(RUNS), after == null, going.next()));
    }
}
