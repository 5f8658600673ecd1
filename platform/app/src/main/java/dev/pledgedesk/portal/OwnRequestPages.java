package dev.pledgedesk.portal;

import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.identity.DataRequests.DataRequest;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What the customer asks for as a person with rights: how far it is, something new, taking back, appealing. */
@RequestScoped
@Path("/my-data/requests")
public class OwnRequestPages implements PageResource {

    private static final String HERE = "/my-data/requests";

    /**
     * The page.
     *
     * @param kind     which is chosen, empty for none
     * @param wish     what stands in the field
     * @param appealed id of the request whose appeal was refused, null if none was; its text stands in {@code wish}
     */
    public record View(List<DataRequest> requests, String kind, String wish, UUID appealed, FormErrors errors) {

        /** What can be asked for. */
        public List<String> kinds() {
            return List.of(DataRequestKind.values()).stream().map(DataRequestKind::key).toList();
        }
    }

    @Inject
    DataRequests requests;

    @Inject
    Site site;

    /** The page. */
    @GET
    @Self
    public HtmlPage show() {
        return page("", "", null, new FormErrors(site));
    }

    /** Files a request. */
    @POST
    @Self
    public Response file(@FormParam("kind") @DefaultValue("") String kind, @FormParam("wish") @DefaultValue("") String wish) {
        return done(kind, wish, null, () -> {
            if (kind.isEmpty()) {
                throw Problem.invalid(new FieldError("/kind", "field.required"));
            }
            requests.file(DataRequestKind.of(kind), wish);
        });
    }

    /** Takes one back. */
    @POST
    @Path("/{id}/withdrawal")
    @Self
    public Response withdraw(@PathParam("id") UUID id) {
        return done("", "", null, () -> requests.withdraw(id));
    }

    /** Appeals against a refusal. */
    @POST
    @Path("/{id}/appeal")
    @Self
    public Response appeal(@PathParam("id") UUID id, @FormParam("text") @DefaultValue("") String text) {
        return done("", text, id, () -> requests.appeal(id, text));
    }

    private Response done(String kind, String text, UUID appealed, Runnable what) {
        try {
            what.run();
            return Response.seeOther(Redirects.inside(HERE)).build();
        } catch (Problem refused) {
            boolean shown = refused.kind() == Problem.Kind.INVALID || refused.kind() == Problem.Kind.CONFLICT || "request.sign-in-again".equals(refused.detail());
            if (!shown) {
                throw refused;
            }
            FormErrors errors = new FormErrors(site);
            errors.add(refused);
            int code = refused.kind() == Problem.Kind.INVALID ? Problem.Kind.UNPROCESSABLE.status() : refused.kind().status();
            return Response.status(code).entity(page(kind, text, appealed, errors)).build();
        }
    }

    private HtmlPage page(String kind, String wish, UUID appealed, FormErrors errors) {
        return HtmlPage.of("portal/my-requests.jte", new View(requests.mine(), kind, wish, appealed, errors));
    }
}
