package dev.pledgedesk.console;

import dev.pledgedesk.identity.Agreements;
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

/** The confidentiality agreement, read and signed before anything else. */
@RequestScoped
@Path("/console/agreement")
public class AgreementPages implements PageResource {

    /** The agreement, and what was wrong with the form. */
    public record View(Agreements.Mine agreement, FormState form) {

        /** Its paragraphs. */
        public List<String> paragraphs() {
            return List.of(agreement.text().strip().split("\\n\\s*\\n"));
        }
    }

    @Inject
    Agreements agreements;

    @Inject
    RequestLanguage language;

    /** To be read. */
    @GET
    @Self
    @WhileOwing
    public HtmlPage show() {
        return page(FormState.NONE);
    }

    /** Signs the version that was read. */
    @POST
    @Self
    @WhileOwing
    public Response sign(MultivaluedMap<String, String> form) {
        try {
            if (Forms.text(form, "read").isEmpty()) {
                throw Problem.invalid(new FieldError("/read", "console.agreement.tick"));
            }
            agreements.sign(Forms.text(form, "version"), Forms.text(form, "digest"));
            return Response.seeOther(Redirects.inside("/console")).build();
        } catch (Problem refused) {
            int status = Forms.status(refused);
            return Response.status(status).entity(page(FormState.refused("agreement", form, refused, language.messages()))).build();
        }
    }

    private HtmlPage page(FormState form) {
        return HtmlPage.of("console/agreement.jte", new View(agreements.mine(), form));
    }
}
