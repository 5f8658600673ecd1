package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.ExtrasPage;
import dev.pledgedesk.page.HtmlPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;

/** What plugins have to say to a customer beside his ticket. */
@RequestScoped
@Path("/")
public class ExtraPages extends ExtrasPage {

    /** Panels beside a ticket of his. */
    @GET
    @Path("/tickets/{id}/extras")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage show(@PathParam("id") UUID id) {
        return shown(id, path(id), false);
    }

    /** A button of a panel. */
    @POST
    @Path("/tickets/{id}/extras/{plugin}/{use}/{action}")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage act(@PathParam("id") UUID id, @PathParam("plugin") String plugin, @PathParam("use") String use, @PathParam("action") String action, MultivaluedMap<String, String> form) {
        return acted(id, path(id), false, plugin + "/" + use, action, form);
    }

    private static String path(UUID id) {
        return "/tickets/" + id;
    }
}
