package dev.pledgedesk.console;

import dev.pledgedesk.audit.JournalReader;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The journal: who did or read what, and whether the chain of entries is whole. */
@RequestScoped
@Path("/console/journal")
public class JournalPages implements PageResource {

    private static final int ROWS = 50;

    /**
     * A page of the journal.
     *
     * @param subject      only entries about this record, null for all
     * @param verification result of a check that was asked for, null without
     */
    public record View(List<JournalReader.Line> rows, String next, boolean first, String subject, Actors.Known actors, JournalReader.Verification verification) {

        /** What happened, as people say it. */
        public String action(JournalReader.Line line, Site site) {
            return site.textOr("console.action." + line.action(), line.action());
        }
    }

    @Inject
    JournalReader journal;

    @Inject
    Actors actors;

    /** Newest first. */
    @GET
    @Allowed(Permission.JOURNAL_READ)
    public HtmlPage list(@QueryParam("subject") String subject, @QueryParam("after") String after) {
        return page(subject, after, null);
    }

    /** Recomputes the chain and tells the result. */
    @POST
    @Path("/verification")
    @Allowed(Permission.JOURNAL_READ)
    public HtmlPage verify() {
        return page(null, null, journal.verify());
    }

    private HtmlPage page(String subject, String after, JournalReader.Verification verification) {
        String wanted = subject == null || subject.isBlank() ? null : subject.strip();
        Page<JournalReader.Line> page = journal.page(wanted, new PageRequest(ROWS, after));
        return HtmlPage.of("console/journal.jte", new View(page.items(), page.next(), after == null, wanted, actors.of(page.items().stream().map(JournalReader.Line::actor)), verification));
    }
}
