package dev.pledgedesk.console;

import dev.pledgedesk.identity.Clients;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The tenant's own programs; a secret is shown once, when it is made. */
@RequestScoped
@Path("/console/admin/clients")
public class ClientPages implements PageResource {

    /**
     * The list and the form.
     *
     * @param fresh a client that was just made, with its secret; null otherwise
     */
    public record View(Names names, List<Clients.Client> rows, Clients.Fresh fresh, FormState form, List<String> ticked) {
    }

    @Inject
    Clients clients;

    @Inject
    Names names;

    @Inject
    RequestLanguage language;

    /** All clients. */
    @GET
    @Allowed(Permission.CLIENT_MANAGE)
    public HtmlPage list() {
        return page(null, FormState.NONE, List.of());
    }

    /** Adds one; the answer is the only page that shows its secret. */
    @POST
    @Allowed(Permission.CLIENT_MANAGE)
    public Response add(MultivaluedMap<String, String> form) {
        List<String> roles = form.getOrDefault("roles", List.of());
        try {
            String name = Forms.text(form, "name");
            if (name.isEmpty() || name.length() > 100) {
                throw Problem.invalid(new FieldError("/name", "field.length", 1, 100));
            }
            if (roles.isEmpty()) {
                throw Problem.invalid(new FieldError("/roles", "field.required"));
            }
            return Response.ok(page(clients.add(name, roles), FormState.NONE, List.of())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(null, FormState.refused("client", form, refused, language.messages()), roles)).build();
        }
    }

    /** Removes one and ends its sessions. */
    @POST
    @Path("/{id}/remove")
    @Allowed(Permission.CLIENT_MANAGE)
    public Response remove(@PathParam("id") UUID id) {
        clients.remove(id);
        return Response.seeOther(Redirects.inside("/console/admin/clients")).build();
    }

    private HtmlPage page(Clients.Fresh fresh, FormState form, List<String> ticked) {
        return HtmlPage.of("console/clients.jte", new View(names, clients.all(), fresh, form, ticked));
    }
}
