package dev.pledgedesk.console;

import dev.pledgedesk.identity.Account;
import dev.pledgedesk.identity.SecondFactorView;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** Switching on a second factor: a QR code for the app, a first code, and the recovery codes, which are shown once. */
@RequestScoped
@Path("/console/account/second-factor")
public class SecondFactorPages implements PageResource {

    /**
     * A step of switching it on.
     *
     * @param start   secret for the app, null before it is made and after it is confirmed
     * @param picture of the secret, null without one
     * @param codes   recovery codes to be shown now, empty otherwise
     */
    public record View(SecondFactorView state, Account.Start start, QrPicture picture, List<String> codes, FormState form) {

        /** The secret in groups, to be typed. */
        public String typed() {
            return start.secret().replaceAll("(.{4})(?!$)", "$1 ");
        }
    }

    @Inject
    Account account;

    @Inject
    RequestLanguage language;

    /** The step to be done next. */
    @GET
    @Self
    @WhileOwing
    public HtmlPage show() {
        return page(List.of(), FormState.NONE);
    }

    /** Makes a secret. */
    @POST
    @Self
    @WhileOwing
    public Response start() {
        account.start();
        return Response.seeOther(Redirects.inside("/console/account/second-factor")).build();
    }

    /** Confirms the secret by a first code. */
    @POST
    @Path("/confirmation")
    @Self
    @WhileOwing
    public Response confirm(MultivaluedMap<String, String> form) {
        return codes("confirmation", form, account::confirm);
    }

    /** Makes new recovery codes. */
    @POST
    @Path("/recovery-codes")
    @Self
    public Response renew(MultivaluedMap<String, String> form) {
        return codes("renewal", form, account::renewRecoveryCodes);
    }

    private Response codes(String name, MultivaluedMap<String, String> form, Function<String, List<String>> change) {
        try {
            String otp = Forms.text(form, "otp");
            if (otp.isEmpty()) {
                throw Problem.invalid(new FieldError("/otp", "field.required"));
            }
            return Response.ok(page(change.apply(otp), FormState.NONE)).build();
        } catch (Problem refused) {
            int status = Forms.status(refused);
            form.remove("otp");
            return Response.status(status).entity(page(List.of(), FormState.refused(name, form, refused, language.messages()))).build();
        }
    }

    private HtmlPage page(List<String> codes, FormState form) {
        SecondFactorView state = account.secondFactor();
        Account.Start start = state.state() == SecondFactorView.State.STARTED ? account.started() : null;
        return HtmlPage.of("console/second-factor.jte", new View(state, start, start == null ? null : QrPicture.of(start.address()), codes, form));
    }
}
