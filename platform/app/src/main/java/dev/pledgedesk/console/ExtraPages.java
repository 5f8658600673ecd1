package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.ExtrasPage;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Suggested;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;

/** What plugins have to say beside a ticket in the console; loaded by the ticket's page after itself, so that a slow plugin holds up nobody. */
@RequestScoped
@Path("/console/tickets/{id}")
public class ExtraPages extends ExtrasPage {

    /** Entitlements and panels. */
    @GET
    @Path("/extras")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage show(@PathParam("id") UUID id) {
        return shown(id, path(id), true);
    }

    /** A button of a panel. */
    @POST
    @Path("/extras/{plugin}/{use}/{action}")
    @Allowed(Permission.TICKET_WRITE)
    public HtmlPage act(@PathParam("id") UUID id, @PathParam("plugin") String plugin, @PathParam("use") String use, @PathParam("action") String action, MultivaluedMap<String, String> form) {
        return acted(id, path(id), true, plugin + "/" + use, action, form);
    }

    /** Answers to what the customer said last. */
    @GET
    @Path("/suggestions")
    @Allowed(Permission.TICKET_REPLY)
    public HtmlPage suggestions(@PathParam("id") UUID id) {
        return HtmlPage.of("suggestions.jte", new Suggested(true, extras().suggestions(id)));
    }

    private static String path(UUID id) {
        return "/console/tickets/" + id;
    }
}
