package dev.pledgedesk.portal;

import dev.pledgedesk.identity.OpenSessions;
import dev.pledgedesk.kernel.Self;
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
import java.util.UUID;

/** Where a customer is signed in; each sign-in can be ended. */
@RequestScoped
@Path("/sign-ins")
public class SessionPages implements PageResource {

    @Inject
    OpenSessions sessions;

    /** The list. */
    @GET
    @Self
    public HtmlPage list() {
        return HtmlPage.of("portal/sign-ins.jte", sessions.mine());
    }

    /** Ends one of them. */
    @POST
    @Self
    @Path("/{id}/end")
    public Response end(@PathParam("id") UUID id) {
        sessions.endMine(id);
        return back();
    }

    /** Ends all but this one. */
    @POST
    @Self
    @Path("/end-others")
    public Response endOthers() {
        sessions.endMyOthers();
        return back();
    }

    private static Response back() {
        return Response.seeOther(Redirects.inside("/sign-ins")).build();
    }
}
