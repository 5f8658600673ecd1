package dev.pledgedesk.console;

import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.SignInPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Staff sign in, in a second step by their second factor if they have one, and out. */
@RequestScoped
@Path("/console/sign-in")
public class SignInPages extends SignInPage {

    /** The note of the first step; a cookie, because it stands for a password. */
    private static final String NOTE = "desk-second-step";
    private static final Duration NOTE_LIFE = Duration.ofMinutes(5);

    /** What the form shows; the problem is null at first. */
    public record View(String name, String back, String problem) {
    }

    /** The form; who is signed in already goes on. */
    @GET
    @Public
    public Response form(@QueryParam("back") String back) {
        return caller.kind() == CallerKind.STAFF ? onward(target(back))
                : Response.ok(HtmlPage.of("console/sign-in.jte", new View("", target(back), null))).build();
    }

    /** Signs in by name and password, or goes on to the second step. */
    @POST
    @Public
    public Response enter(@FormParam("name") String name, @FormParam("password") String password, @FormParam("back") String back) {
        try {
            SignIn.FirstStep step = signIn.firstStep(text(name), text(password), SignIn.STAFF_PAGE_LIFE);
            return step.note() == null ? enter(step.signedIn().token(), step.signedIn().life(), target(back))
                    : onwardWith(NOTE, step.note(), NOTE_LIFE, "/console/sign-in/code?back=" + URLEncoder.encode(target(back), StandardCharsets.UTF_8));
        } catch (Problem refused) {
            return again(refused, HtmlPage.of("console/sign-in.jte", new View(text(name), target(back), told(refused))));
        }
    }

    /** The second step: a code of the authenticator app, or a recovery code. */
    @GET
    @Path("/code")
    @Public
    public Response askCode(@QueryParam("back") String back) {
        return note().isEmpty() ? onward("/console/sign-in") : Response.ok(HtmlPage.of("console/second-step.jte", new View("", target(back), null))).build();
    }

    /** Signs in by the code. */
    @POST
    @Path("/code")
    @Public
    public Response enterCode(@FormParam("code") String code, @FormParam("back") String back) {
        Optional<String> note = note();
        if (note.isEmpty()) {
            return onward("/console/sign-in");
        }
        try {
            var signedIn = signIn.secondStep(note.get(), text(code), SignIn.STAFF_PAGE_LIFE);
            return enter(signedIn.token(), signedIn.life(), target(back), NOTE);
        } catch (Problem refused) {
            String told = refused.kind() == Problem.Kind.UNAUTHENTICATED ? site.text("field.code-wrong") : told(refused);
            return again(refused, HtmlPage.of("console/second-step.jte", new View("", target(back), told)));
        }
    }

    private Optional<String> note() {
        return kept(NOTE).filter(signIn::awaitsSecondStep);
    }

    /** Ends the session. */
    @POST
    @Path("/out")
    @Public
    public Response leave() {
        return leave("/console/sign-in");
    }

    private static String target(String back) {
        return back != null && back.startsWith("/console") && !back.startsWith("/console/sign-in") && !back.startsWith("/console/rows")
                && !back.startsWith("/console/live") ? back : "/console";
    }
}
