package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.roster.CalendarFeeds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What a calendar that subscribes reads. Calendars sign in nowhere: the address is all that they have. */
@RequestScoped
@Path("/calendars/{secret}.ics")
public class CalendarReadingPages implements PageResource {

    @Inject
    CalendarFeeds feeds;

    /** What a calendar reads. */
    @GET
    @Public
    public Response read(@PathParam("secret") String secret) {
        try {
            return Response.ok(feeds.read(secret), "text/calendar;charset=UTF-8").header("Content-Disposition", "attachment; filename=\"duty.ics\"").header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "private, no-store").build();
        } catch (Problem unknown) {
            return Response.status(unknown.kind().status()).build();
        }
    }
}
