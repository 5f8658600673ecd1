package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.quality.Evaluations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer is asked about how he was served, by the link in his letter; nobody has to sign in for it. */
@RequestScoped
@Path("/questionnaires/{secret}")
public class QuestionnairePages implements PageResource {

    private static final String MARKS = "marks.";

    /** The questions, and what was chosen and typed; {@code questionnaire} is null if there is none under the link. */
    public record View(Evaluations.Questionnaire questionnaire, Map<String, String> entered, FormErrors errors, String path) {
    }

    @Inject
    Evaluations evaluations;

    @Inject
    Site site;

    @PathParam("secret")
    String secret;

    /** The questions. */
    @GET
    @Public
    public HtmlPage show() {
        return page(Map.of(), new FormErrors(site), 200);
    }

    /** The answers. */
    @POST
    @Public
    public HtmlPage answer(MultivaluedMap<String, String> form) {
        Map<String, String> entered = new LinkedHashMap<>();
        form.forEach((name, all) -> entered.put(name, all.isEmpty() ? "" : all.get(0)));
        Map<String, Integer> marks = new LinkedHashMap<>();
        entered.forEach((name, value) -> {
            if (name.startsWith(MARKS) && value.matches("[0-9]{1,2}")) {
                marks.put(name.substring(MARKS.length()), Integer.valueOf(value));
            }
        });
        FormErrors errors = new FormErrors(site);
        try {
            evaluations.fill(secret, marks, entered.get("words"));
            return page(Map.of(), errors, 200);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.NOT_FOUND) {
                errors.add(refused);
            }
            return page(entered, errors, refused.kind() == Problem.Kind.INVALID ? Problem.Kind.UNPROCESSABLE.status() : refused.kind().status());
        }
    }

    private HtmlPage page(Map<String, String> entered, FormErrors errors, int status) {
        String path = "/questionnaires/" + secret;
        try {
            return HtmlPage.of("portal/questionnaire.jte", new View(evaluations.questionnaire(secret), entered, errors, path)).withStatus(status);
        } catch (Problem unknown) {
            return HtmlPage.of("portal/questionnaire.jte", new View(null, entered, errors, path)).withStatus(unknown.kind().status());
        }
    }
}
