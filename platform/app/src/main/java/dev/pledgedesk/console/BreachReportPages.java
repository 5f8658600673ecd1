package dev.pledgedesk.console;

import dev.pledgedesk.breach.Breaches;
import dev.pledgedesk.breach.Breaches.Breach;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;

/** Where anybody of the staff reports that data have leaked, or may have. Over REST: {@code reportBreach}. */
@RequestScoped
@Path("/console/breach")
public class BreachReportPages implements PageResource {

    /**
     * The form.
     *
     * @param done whether one was reported a moment ago
     */
    public record View(FormState form, boolean done) {
    }

    @Inject
    Breaches breaches;

    @Inject
    Caller caller;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** The form. */
    @GET
    @Self
    public HtmlPage show(@QueryParam("done") String done) {
        return HtmlPage.of("console/breach-report.jte", new View(FormState.NONE, done != null));
    }

    /** Reports it. */
    @POST
    @Self
    public Response report(MultivaluedMap<String, String> form) {
        try {
            Breach breach = breaches.report(new Breaches.Report(Forms.text(form, "title"), Forms.text(form, "happened"), severity(form), time(form)));
            return Response.seeOther(Redirects.inside(caller.may(Permission.PRIVACY_READ) ? "/console/privacy/breaches/" + breach.id() : "/console/breach?done=yes")).build();
        } catch (Problem refused) {
            return Response.status(Forms.status(refused)).entity(HtmlPage.of("console/breach-report.jte", new View(FormState.refused("report", form, refused, language.messages()), false))).build();
        }
    }

    /** The severity of the field of that name. */
    static Severity severity(MultivaluedMap<String, String> form) {
        String key = Forms.text(form, "severity");
        return Arrays.stream(Severity.values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow(() -> Problem.invalid(new FieldError("/severity", "field.required")));
    }

    private Instant time(MultivaluedMap<String, String> form) {
        String text = Forms.text(form, "awareAt");
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(site.zone()).toInstant();
        } catch (DateTimeException noTime) {
            throw Problem.invalid(new FieldError("/awareAt", "field.time-past"));
        }
    }
}
