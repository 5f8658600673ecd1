package dev.pledgedesk.console;

import dev.pledgedesk.identity.OpenSession;
import dev.pledgedesk.identity.OpenSessions;
import dev.pledgedesk.identity.SecondFactorView;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** A colleague's sign-ins and second factor, for who manages staff: to end what should not be, and to help who has lost his device. */
@RequestScoped
@Path("/console/admin/staff/{id}/access")
public class StaffAccessPages implements PageResource {

    /** What the page shows. */
    public record View(StaffView member, SecondFactorView secondFactor, List<OpenSession> sessions) {
    }

    @Inject
    Staff staff;

    @Inject
    OpenSessions sessions;

    @PathParam("id")
    UUID id;

    /** Sign-ins and second factor. */
    @GET
    @Allowed(Permission.STAFF_MANAGE)
    public HtmlPage show() {
        return HtmlPage.of("console/access.jte", new View(staff.get(id), staff.secondFactor(id), sessions.ofStaff(id)));
    }

    /** Ends one session. */
    @POST
    @Path("/sessions/{session}/end")
    @Allowed(Permission.STAFF_MANAGE)
    public Response end(@PathParam("session") UUID session) {
        sessions.endOfStaff(id, session);
        return back();
    }

    /** Ends all sessions. */
    @POST
    @Path("/sessions/end-all")
    @Allowed(Permission.STAFF_MANAGE)
    public Response endAll() {
        sessions.endAllOfStaff(id);
        return back();
    }

    /** Switches the second factor off. */
    @POST
    @Path("/second-factor/reset")
    @Allowed(Permission.STAFF_MANAGE)
    public Response reset() {
        staff.resetSecondFactor(id);
        return back();
    }

    private Response back() {
        return Response.seeOther(Redirects.inside("/console/admin/staff/" + id + "/access")).build();
    }
}
