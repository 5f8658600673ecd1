package dev.pledgedesk.portal;

import dev.pledgedesk.identity.ExternalSignIn;
import dev.pledgedesk.identity.ExternalSignIn.Arrival;
import dev.pledgedesk.identity.ExternalSignIn.Departure;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.FormToken;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageCookies;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;

/**
 * Sends staff and customers to sign in at the vendor's OpenID providers, and takes them back. Links, not forms, lead there: the pages' policy lets no
 * form end up at another site.
 */
@RequestScoped
@Path("/")
public class ExternalSignInPages implements PageResource {

    /** The browser's secret while it is at a provider. */
    private static final String BROWSER = "desk-provider";

    @Inject
    ExternalSignIn signIn;

    @Inject
    PageCookies cookies;

    @Inject
    FormToken formToken;

    @Inject
    Site site;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** Why a sign-in has not worked. */
    public record Failure(int status, String text) {
    }

    /** Begins a sign-in. */
    @GET
    @Public
    @Path("sign-in/with/{provider}")
    public Response start(@PathParam("provider") String provider, @QueryParam("back") String back) {
        return shown(() -> away(signIn.begin(provider, back == null ? home(provider) : back, host(), browser())));
    }

    /** Begins one whose end is one more identity of the caller's; the address carries the form token, for it changes something. */
    @GET
    @Self
    @Path("sign-in/link/{provider}")
    public Response link(@PathParam("provider") String provider, @QueryParam("back") String back, @QueryParam(FormToken.PARAMETER) String token) {
        if (!formToken.matches(token)) {
            throw Problem.of(Problem.Kind.DENIED, "problem.form-token");
        }
        return shown(() -> away(signIn.beginLink(provider, back == null ? "/" : back, host(), browser())));
    }

    /** Where providers send the browser back to. */
    @GET
    @Public
    @Path("sign-in/callback")
    public Response arrive() {
        return shown(() -> {
            Arrival arrival = signIn.finish(uri.getQueryParameters(), host(), browser());
            Response.ResponseBuilder on = Response.seeOther(Redirects.inside(arrival.back())).cookie(cookies.drop(BROWSER, uri));
            return (arrival.signedIn() == null ? on
                    : on.cookie(cookies.make(PageCookies.SESSION, arrival.signedIn().token(), arrival.signedIn().life(), uri))).build();
        });
    }

    private Response away(Departure departure) {
        return Response.seeOther(departure.address()).cookie(cookies.make(BROWSER, departure.browser(), ExternalSignIn.LIFE, uri)).build();
    }

    /** A refusal is told here: the person comes from elsewhere and must learn what to do now. */
    private Response shown(Supplier<Response> step) {
        try {
            return step.get();
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            int status = refused.kind().status();
            Failure failure = new Failure(status, site.text(refused.detail(), refused.arguments().toArray()));
            return Response.status(status).entity(HtmlPage.of("portal/sign-in-failed.jte", failure)).build();
        }
    }

    private String home(String provider) {
        return site.config().providers().stream().anyMatch(p -> p.key().equals(provider) && p.isForStaff()) ? "/console" : "/tickets";
    }

    private String host() {
        return uri.getBaseUri().getHost();
    }

    private String browser() {
        Cookie cookie = headers.getCookies().get(cookies.name(BROWSER, uri));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
