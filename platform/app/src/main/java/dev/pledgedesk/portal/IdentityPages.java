package dev.pledgedesk.portal;

import dev.pledgedesk.identity.ExternalIdentities;
import dev.pledgedesk.identity.ExternalIdentityView;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Who a customer or a member of staff is at the vendor's OpenID providers, for himself to see and change. */
@RequestScoped
@Path("/{place: account|console/account}/identities")
public class IdentityPages implements PageResource {

    /** The list; the problem is null unless something was refused. */
    public record View(List<ExternalIdentityView> rows, String problem) {
    }

    @Inject
    ExternalIdentities identities;

    @Inject
    Site site;

    /** All of them, and the providers to link with. */
    @GET
    @Self
    public HtmlPage list() {
        return page(null);
    }

    /** Takes one away. */
    @POST
    @Path("/{id}/remove")
    @Self
    public Response remove(@PathParam("place") String place, @PathParam("id") UUID id) {
        try {
            identities.removeMine(id);
            return Response.seeOther(Redirects.inside("/" + place + "/identities")).build();
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            return Response.status(refused.kind().status()).entity(page(site.text(refused.detail(), refused.arguments().toArray()))).build();
        }
    }

    private HtmlPage page(String problem) {
        return HtmlPage.of(site.isStaff() ? "console/my-identities.jte" : "portal/identities.jte", new View(identities.mine(), problem));
    }
}
