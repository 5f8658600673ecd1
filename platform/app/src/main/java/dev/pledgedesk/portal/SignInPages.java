package dev.pledgedesk.portal;

import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.SignInPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Customers sign in by a code that is mailed to them, in two steps, and out again. Nothing tells whether an address is known. */
@RequestScoped
@Path("/")
public class SignInPages extends SignInPage {

    /** The address between the two steps; a cookie, because addresses of pages are kept by browsers and logs. */
    private static final String MAIL = "desk-sign-in";
    private static final Duration MAIL_LIFE = Duration.ofMinutes(15);

    /** A step of signing in: the mail address so far, and where to go afterwards. */
    public record Step(String email, String back, FormErrors errors) {
    }

    /** The first step: which address. */
    @GET
    @Public
    @Path("sign-in")
    public Response ask(@QueryParam("back") @DefaultValue("/tickets") String back) {
        if (caller.isCustomer() && caller.ticketId() == null) {
            return onward(back);
        }
        return Response.ok(HtmlPage.of("portal/sign-in.jte", new Step(mail().orElse(""), back, new FormErrors(site)))).build();
    }

    /** Sends a code, and goes on to the second step whether anybody has that address or not. */
    @POST
    @Public
    @Path("sign-in")
    public Response send(@FormParam("email") @DefaultValue("") String email, @FormParam("back") @DefaultValue("/tickets") String back) {
        try {
            signIn.sendCode(email);
        } catch (Problem refused) {
            return again(refused, HtmlPage.of("portal/sign-in.jte", new Step(email, back, errors(refused))));
        }
        String kept = Base64.getUrlEncoder().withoutPadding().encodeToString(email.strip().getBytes(StandardCharsets.UTF_8));
        return onwardWith(MAIL, kept, MAIL_LIFE, "/sign-in/code?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private FormErrors errors(Problem refused) {
        FormErrors errors = new FormErrors(site);
        errors.add(refused);
        return errors;
    }

    /** The second step: the code. */
    @GET
    @Public
    @Path("sign-in/code")
    public Response askCode(@QueryParam("back") @DefaultValue("/tickets") String back) {
        return mail().map(email -> Response.ok(HtmlPage.of("portal/code.jte", new Step(email, back, new FormErrors(site)))).build())
                .orElseGet(() -> onward("/sign-in"));
    }

    /** Signs in. */
    @POST
    @Public
    @Path("sign-in/code")
    public Response check(@FormParam("code") @DefaultValue("") String code, @FormParam("back") @DefaultValue("/tickets") String back) {
        Optional<String> email = mail();
        if (email.isEmpty()) {
            return onward("/sign-in");
        }
        try {
            SignedIn in = signIn.withCode(email.get(), code.replaceAll("\\s", ""), SignIn.CUSTOMER_PAGE_LIFE);
            return enter(in.token(), in.life(), back, MAIL);
        } catch (Problem refused) {
            FormErrors errors = new FormErrors(site);
            if (refused.kind() == Problem.Kind.TOO_MANY) {
                errors.add("code", refused.detail(), refused.arguments().toArray());
            } else {
                errors.add("code", "portal.code.wrong");
            }
            return again(refused, HtmlPage.of("portal/code.jte", new Step(email.get(), back, errors)));
        }
    }

    /** Signs out. */
    @POST
    @Public
    @Path("sign-out")
    public Response out() {
        return leave("/");
    }

    private Optional<String> mail() {
        try {
            return kept(MAIL).map(v -> new String(Base64.getUrlDecoder().decode(v), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
