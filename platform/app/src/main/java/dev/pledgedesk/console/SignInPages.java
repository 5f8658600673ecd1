package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageCookies;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Staff sign in and out. */
@RequestScoped
@Path("/console/sign-in")
public class SignInPages implements PageResource {

    /** What the form shows; the problem is null at first. */
    public record View(String name, String back, String problem) {
    }

    @Inject
    SignIn signIn;

    @Inject
    PageCookies cookies;

    @Inject
    Caller caller;

    @Inject
    Site site;

    @Context
    UriInfo uri;

    /** The form; who is signed in already goes on. */
    @GET
    @Public
    public Response form(@QueryParam("back") String back) {
        if (caller.kind() == CallerKind.STAFF) {
            return Response.seeOther(Redirects.inside(target(back))).build();
        }
        return Response.ok(HtmlPage.of("console/sign-in.jte", new View("", target(back), null))).build();
    }

    /** Signs in by name and password. */
    @POST
    @Public
    public Response enter(@FormParam("name") String name, @FormParam("password") String password, @FormParam("back") String back) {
        try {
            SignedIn signedIn = signIn.withPassword(name == null ? "" : name.strip(), password == null ? "" : password, SignIn.STAFF_PAGE_LIFE);
            return Response.seeOther(Redirects.inside(target(back))).cookie(cookies.make(PageCookies.SESSION, signedIn.token(), signedIn.life(), uri)).build();
        } catch (Problem refused) {
            View again = new View(name, target(back), site.text(refused.detail(), refused.arguments().toArray()));
            return Response.status(refused.kind() == Problem.Kind.UNAUTHENTICATED ? 422 : refused.kind().status())
                    .entity(HtmlPage.of("console/sign-in.jte", again)).build();
        }
    }

    /** Ends the session. */
    @POST
    @Path("/out")
    @Public
    public Response leave() {
        signIn.out();
        return Response.seeOther(Redirects.inside("/console/sign-in")).cookie(cookies.drop(PageCookies.SESSION, uri)).build();
    }

    private static String target(String back) {
        return back != null && back.startsWith("/console") && !back.startsWith("/console/sign-in") && !back.startsWith("/console/rows")
                && !back.startsWith("/console/live") ? back : "/console";
    }
}
