package dev.pledgedesk.console;

import dev.pledgedesk.identity.CallerAccess;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.SignInPage;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The operator signs in with the token that the launcher made; on tenants' hosts there is no such page. */
@RequestScoped
@Path("/operator/sign-in")
public class OperatorSignInPages extends SignInPage {

    private static final Duration LIFE = Duration.ofHours(8);

    /** What the form shows; the problem is null at first. */
    public record View(String back, String problem) {
    }

    @Inject
    CallerAccess access;

    @Inject
    TenantContext context;

    /** The form; who is signed in already goes on. */
    @GET
    @Public
    @Everywhere
    public Response form(@QueryParam("back") String back) {
        onlyHere();
        return caller.kind() == CallerKind.OPERATOR ? onward(target(back))
                : Response.ok(HtmlPage.of("operator/sign-in.jte", new View(target(back), null))).build();
    }

    /** Signs in with a token; it is signed, so there is nothing to guess and no try is counted. */
    @POST
    @Public
    @Everywhere
    public Response enter(@FormParam("token") String token, @FormParam("back") String back) {
        onlyHere();
        String given = text(token).strip();
        return access.ofCookie(given).filter(c -> c.kind() == CallerKind.OPERATOR).isPresent() ? enter(given, LIFE, target(back))
                : again(Problem.unauthenticated(), HtmlPage.of("operator/sign-in.jte", new View(target(back), site.text("console.operator.token-refused"))));
    }

    /** Forgets the token in this browser. */
    @POST
    @Path("/out")
    @Public
    @Everywhere
    public Response leave() {
        onlyHere();
        return leave("/operator/sign-in");
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
