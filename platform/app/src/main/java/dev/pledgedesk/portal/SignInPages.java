package dev.pledgedesk.portal;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageCookies;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Customers sign in by a code that is mailed to them, in two steps, and out again. Nothing tells whether an address is known. */
@RequestScoped
@Path("/")
public class SignInPages implements PageResource {

    /** The address between the two steps; a cookie, because addresses of pages are kept by browsers and logs. */
    private static final String MAIL = "desk-sign-in";
    private static final Duration MAIL_LIFE = Duration.ofMinutes(15);

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

    @Context
    HttpHeaders headers;

    /** A step of signing in: the mail address so far, and where to go afterwards. */
    public record Step(String email, String back, FormErrors errors) {
    }

    /** The first step: which address. */
    @GET
    @Public
    @Path("sign-in")
    public Response ask(@QueryParam("back") @DefaultValue("/tickets") String back) {
        if (caller.isCustomer() && caller.ticketId() == null) {
            return Response.seeOther(Redirects.inside(back)).build();
        }
        return Response.ok(HtmlPage.of("portal/sign-in.jte", new Step(mail().orElse(""), back, new FormErrors(site)))).build();
    }

    /** Sends a code, and goes on to the second step whether anybody has that address or not. */
    @POST
    @Public
    @Path("sign-in")
    public Response send(@FormParam("email") @DefaultValue("") String email, @FormParam("back") @DefaultValue("/tickets") String back) {
        FormErrors errors = new FormErrors(site);
        try {
            signIn.sendCode(email);
        } catch (Problem refused) {
            errors.add(refused);
            return Response.status(422).entity(HtmlPage.of("portal/sign-in.jte", new Step(email, back, errors))).build();
        }
        String kept = Base64.getUrlEncoder().withoutPadding().encodeToString(email.strip().getBytes(StandardCharsets.UTF_8));
        return Response.seeOther(Redirects.inside("/sign-in/code?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)))
                .cookie(cookies.make(MAIL, kept, MAIL_LIFE, uri)).build();
    }

    /** The second step: the code. */
    @GET
    @Public
    @Path("sign-in/code")
    public Response askCode(@QueryParam("back") @DefaultValue("/tickets") String back) {
        return mail().map(email -> Response.ok(HtmlPage.of("portal/code.jte", new Step(email, back, new FormErrors(site)))))
                .orElseGet(() -> Response.seeOther(Redirects.inside("/sign-in"))).build();
    }

    /** Signs in. */
    @POST
    @Public
    @Path("sign-in/code")
    public Response check(@FormParam("code") @DefaultValue("") String code, @FormParam("back") @DefaultValue("/tickets") String back) {
        Optional<String> email = mail();
        if (email.isEmpty()) {
            return Response.seeOther(Redirects.inside("/sign-in")).build();
        }
        try {
            SignedIn in = signIn.withCode(email.get(), code.replaceAll("\\s", ""), SignIn.CUSTOMER_PAGE_LIFE);
            return Response.seeOther(Redirects.inside(back)).cookie(cookies.make(PageCookies.SESSION, in.token(), in.life(), uri), cookies.drop(MAIL, uri))
                    .build();
        } catch (Problem refused) {
            FormErrors errors = new FormErrors(site);
            errors.add("code", "portal.code.wrong");
            return Response.status(422).entity(HtmlPage.of("portal/code.jte", new Step(email.get(), back, errors))).build();
        }
    }

    /** Signs out; also who is not signed in any more ends up on the start page. */
    @POST
    @Public
    @Path("sign-out")
    public Response out() {
        signIn.out();
        return Response.seeOther(Redirects.inside("/")).cookie(cookies.drop(PageCookies.SESSION, uri)).build();
    }

    private Optional<String> mail() {
        Cookie cookie = headers.getCookies().get(cookies.name(MAIL, uri));
        try {
            return Optional.ofNullable(cookie).map(Cookie::getValue).filter(v -> !v.isEmpty())
                    .map(v -> new String(Base64.getUrlDecoder().decode(v), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
