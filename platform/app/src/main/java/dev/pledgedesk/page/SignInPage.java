package dev.pledgedesk.page;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.kernel.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;

/** What all pages have in common by which one signs in and out: going in, going on, going out, and being refused. */
public abstract class SignInPage implements PageResource {

    @Inject
    protected SignIn signIn;

    @Inject
    protected PageCookies cookies;

    @Inject
    protected Caller caller;

    @Inject
    protected Site site;

    @Context
    protected UriInfo uri;

    @Context
    protected HttpHeaders headers;

    /** Goes on to an address of this site. */
    protected Response onward(String address) {
        return Response.seeOther(Redirects.inside(address)).build();
    }

    /** Signed in: keeps the token in the browser, forgets what only served to get it, and goes on. */
    protected Response enter(String token, Duration life, String address, String... served) {
        var answer = Response.seeOther(Redirects.inside(address)).cookie(cookies.make(PageCookies.SESSION, token, life, uri));
        for (String cookie : served) {
            answer.cookie(cookies.drop(cookie, uri));
        }
        return answer.build();
    }

    /** Goes on with something kept for the next step. */
    protected Response onwardWith(String cookie, String value, Duration life, String address) {
        return Response.seeOther(Redirects.inside(address)).cookie(cookies.make(cookie, value, life, uri)).build();
    }

    /** What was kept for this step. */
    protected Optional<String> kept(String cookie) {
        return Optional.ofNullable(headers.getCookies().get(cookies.name(cookie, uri))).map(Cookie::getValue).filter(v -> !v.isEmpty());
    }

    /** Signs out; also who is not signed in any more ends up at the address. */
    protected Response leave(String address) {
        signIn.out();
        return Response.seeOther(Redirects.inside(address)).cookie(cookies.drop(PageCookies.SESSION, uri)).build();
    }

    /** Shows a form again that was refused. A 401 would make browsers ask for a password in a window of their own. */
    protected Response again(Problem refused, HtmlPage form) {
        int status = refused.kind() == Problem.Kind.UNAUTHENTICATED || refused.kind() == Problem.Kind.INVALID ? Problem.Kind.UNPROCESSABLE.status()
                : refused.kind().status();
        var answer = Response.status(status).entity(form);
        return refused.retryAfter() == null ? answer.build() : answer.header("Retry-After", Math.max(1, refused.retryAfter().toSeconds())).build();
    }

    /** What a refusal says. */
    protected String told(Problem refused) {
        return site.text(refused.detail(), refused.arguments().toArray());
    }

    /** Texts of form fields, never null. */
    protected static String text(String field) {
        return field == null ? "" : field;
    }
}
