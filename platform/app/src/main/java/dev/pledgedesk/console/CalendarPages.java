package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.roster.CalendarFeeds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** One's shifts and sessions in one's own calendar: the address that it subscribes to. */
@RequestScoped
@Path("/console/roster/calendar")
public class CalendarPages implements PageResource {

    private static final String HERE = "/console/roster/calendar";

    /**
     * The caller's address.
     *
     * @param since when it was made; null for none
     * @param made  that was just made, to be seen this once; null else
     */
    public record View(Instant since, CalendarFeeds.Made made) {
    }

    @Inject
    CalendarFeeds feeds;

    /** Whether there is one. */
    @GET
    @Self
    public HtmlPage show() {
        return HtmlPage.of("console/roster-calendar.jte", new View(feeds.own().orElse(null), null));
    }

    /** Makes one and shows it. */
    @POST
    @Self
    public HtmlPage make() {
        CalendarFeeds.Made made = feeds.make();
        return HtmlPage.of("console/roster-calendar.jte", new View(made.madeAt(), made));
    }

    /** Makes it void. */
    @POST
    @Path("/revocation")
    @Self
    public Response revoke() {
        if (feeds.own().isPresent()) {
            feeds.revoke();
        }
        return Response.seeOther(Redirects.inside(HERE)).build();
    }
}
