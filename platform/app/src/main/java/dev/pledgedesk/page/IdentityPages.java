package dev.pledgedesk.page;

import dev.pledgedesk.identity.ExternalIdentities;
import dev.pledgedesk.identity.ExternalIdentityView;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Who the visitor is at the vendor's OpenID providers, for himself to see and change; portal and console each give it their address and look. */
public abstract class IdentityPages implements PageResource {

    /** The list; the problem is null unless something was refused. */
    public record View(List<ExternalIdentityView> rows, String problem) {
    }

    @Inject
    ExternalIdentities identities;

    @Inject
    Site site;

    private final String address;
    private final String template;

    /** @param address path of the page, such as {@code /account/identities} */
    protected IdentityPages(String address, String template) {
        this.address = address;
        this.template = template;
    }

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
    public Response remove(@PathParam("id") UUID id) {
        try {
            identities.removeMine(id);
            return Response.seeOther(Redirects.inside(address)).build();
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            return Response.status(refused.kind().status()).entity(page(site.text(refused.detail(), refused.arguments().toArray()))).build();
        }
    }

    private HtmlPage page(String problem) {
        return HtmlPage.of(template, new View(identities.mine(), problem));
    }
}
