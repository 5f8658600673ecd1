package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerAccess;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageCookies;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TenantContext;
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
import java.time.Duration;

/** The operator signs in with the token that the launcher made; on tenants' hosts there is no such page. */
@RequestScoped
@Path("/operator/sign-in")
public class OperatorSignInPages implements PageResource {

    private static final Duration LIFE = Duration.ofHours(8);

    /** What the form shows; the problem is null at first. */
    public record View(String back, String problem) {
    }

    @Inject
    CallerAccess access;

    @Inject
    PageCookies cookies;

    @Inject
    TenantContext context;

    @Inject
    Caller caller;

    @Inject
    Site site;

    @Context
    UriInfo uri;

    /** The form; who is signed in already goes on. */
    @GET
    @Public
    @Everywhere
    public Response form(@QueryParam("back") String back) {
        onlyHere();
        if (caller.kind() == CallerKind.OPERATOR) {
            return Response.seeOther(Redirects.inside(target(back))).build();
        }
        return Response.ok(HtmlPage.of("operator/sign-in.jte", new View(target(back), null))).build();
    }

    /** Signs in with a token. */
    @POST
    @Public
    @Everywhere
    public Response enter(@FormParam("token") String token, @FormParam("back") String back) {
        onlyHere();
        String given = token == null ? "" : token.strip();
        if (access.ofCookie(given).filter(c -> c.kind() == CallerKind.OPERATOR).isEmpty()) {
            return Response.status(422).entity(HtmlPage.of("operator/sign-in.jte", new View(target(back), site.text("console.operator.token-refused")))).build();
        }
        return Response.seeOther(Redirects.inside(target(back))).cookie(cookies.make(PageCookies.SESSION, given, LIFE, uri)).build();
    }

    /** Forgets the token in this browser. */
    @POST
    @Path("/out")
    @Public
    @Everywhere
    public Response leave() {
        onlyHere();
        return Response.seeOther(Redirects.inside("/operator/sign-in")).cookie(cookies.drop(PageCookies.SESSION, uri)).build();
    }

    private void onlyHere() {
        if (context.hasTenant()) {
            throw Problem.notFound();
        }
    }

    private static String target(String back) {
        return back != null && back.startsWith("/operator") && !back.startsWith("/operator/sign-in") ? back : "/operator";
    }
}
