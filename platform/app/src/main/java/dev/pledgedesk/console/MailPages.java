package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.MailOutbox;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What was mailed, and what became of it. */
@RequestScoped
@Path("/console/mail")
public class MailPages implements PageResource {

    private static final int ROWS = 30;

    /** A page of the outbox. */
    public record View(List<MailOutbox.Mail> rows, String next, boolean first) {
    }

    @Inject
    MailOutbox outbox;

    /** Newest first; the journal notes that it was read. */
    @GET
    @Allowed(Permission.MAIL_READ)
    public HtmlPage list(@QueryParam("after") String after) {
        Page<MailOutbox.Mail> page = outbox.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/mail.jte", new View(page.items(), page.next(), after == null));
    }
}
