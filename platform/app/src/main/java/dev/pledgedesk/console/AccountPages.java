package dev.pledgedesk.console;

import dev.pledgedesk.identity.Account;
import dev.pledgedesk.identity.OpenSession;
import dev.pledgedesk.identity.OpenSessions;
import dev.pledgedesk.identity.QuietHours;
import dev.pledgedesk.identity.SecondFactorView;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** A member of staff's own account: password, second factor, and where he is signed in. */
@RequestScoped
@Path("/console/account")
public class AccountPages implements PageResource {

    /**
     * The account.
     *
     * @param done what was just done, a key below {@code console.account.done}; null for nothing
     */
    public record View(SecondFactorView secondFactor, List<OpenSession> sessions, QuietHours quiet, FormState form, String done) {

        /** Whether a notice of something done belongs on the page. */
        public boolean isDone() {
            return Forms.isOneOf(done, "password", "off", "session", "sessions", "quiet");
        }
    }

    @Inject
    Account account;

    @Inject
    OpenSessions sessions;

    @Inject
    Staff staff;

    @Inject
    RequestLanguage language;

    /** The account. */
    @GET
    @Self
    @WhileOwing
    public HtmlPage show(@QueryParam("done") String done) {
        return page(FormState.NONE, done);
    }

    /** Changes the password; the other sessions end. */
    @POST
    @Path("/password")
    @Self
    @WhileOwing
    public Response changePassword(MultivaluedMap<String, String> form) {
        return done("password", form, "password", () -> {
            if (!passwordOf(form, "newPassword").equals(passwordOf(form, "repeated"))) {
                throw Problem.unprocessable(new FieldError("/repeated", "field.password-differs"));
            }
            account.changePassword(passwordOf(form, "oldPassword"), passwordOf(form, "newPassword"));
        });
    }

    /** Sets when no mails about promises are wanted; empty for never. */
    @POST
    @Path("/quiet-hours")
    @Self
    public Response keepQuiet(MultivaluedMap<String, String> form) {
        return done("quiet", form, "quiet", () -> {
            String from = Forms.text(form, "from");
            String to = Forms.text(form, "to");
            staff.keepQuiet(QuietHours.between(Forms.time("from", from), Forms.time("to", to)));
        });
    }

    /** Switches the second factor off. */
    @POST
    @Path("/second-factor/removal")
    @Self
    public Response removeSecondFactor(MultivaluedMap<String, String> form) {
        return done("removal", form, "off", () -> account.removeSecondFactor(passwordOf(form, "password"), Forms.text(form, "otp")));
    }

    /** Ends one session. */
    @POST
    @Path("/sessions/{id}/end")
    @Self
    @WhileOwing
    public Response end(@PathParam("id") UUID id) {
        sessions.endMine(id);
        return onward("session");
    }

    /** Ends all sessions but this one. */
    @POST
    @Path("/sessions/end-others")
    @Self
    @WhileOwing
    public Response endOthers() {
        sessions.endMyOthers();
        return onward("sessions");
    }

    private Response done(String name, MultivaluedMap<String, String> form, String what, Runnable change) {
        try {
            change.run();
            return onward(what);
        } catch (Problem refused) {
            int status = Forms.status(refused);
            List.of("oldPassword", "newPassword", "repeated", "password", "otp").forEach(form::remove);
            return Response.status(status).entity(page(FormState.refused(name, form, refused, language.messages()), null)).build();
        }
    }

    /** Passwords may begin and end with blanks. */
    private static String passwordOf(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null || value.isEmpty()) {
            throw Problem.invalid(new FieldError("/" + name, "field.required"));
        }
        return value;
    }

    private static Response onward(String done) {
        return Response.seeOther(Redirects.inside("/console/account?done=" + done)).build();
    }

    private HtmlPage page(FormState form, String done) {
        return HtmlPage.of("console/account.jte", new View(account.secondFactor(), sessions.mine(), staff.quietHours(), form, done));
    }
}
