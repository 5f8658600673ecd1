package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What the signed-in member of staff is told of. */
@RequestScoped
@Path("/console/notices")
public class NoticePages implements PageResource {

    private static final int ROWS = 30;

    /** Some notices, newest first. */
    public record View(Page<Notices.Notice> page, boolean further) {
    }

    @Inject
    Notices notices;

    /** All of them. */
    @GET
    @Self
    public HtmlPage list(@QueryParam("after") String after) {
        return HtmlPage.of("console/notices.jte", new View(notices.page(false, new PageRequest(ROWS, after)), after != null));
    }

    /** Goes to what one is about; it is read then. */
    @POST
    @Path("/{id}")
    @Self
    public Response open(@PathParam("id") UUID id) {
        Notices.Notice notice = notices.read(id);
        return Response.seeOther(Redirects.inside(Notices.path(notice.subjectType(), notice.subjectId()))).build();
    }

    /** All are read. */
    @POST
    @Path("/read")
    @Self
    public Response readAll() {
        notices.readAll();
        return Response.seeOther(Redirects.inside("/console/notices")).build();
    }
}
