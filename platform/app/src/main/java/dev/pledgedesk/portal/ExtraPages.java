package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.ExtrasPage;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Suggested;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;

/** What plugins have to say to a customer: beside his ticket, and while he writes one. */
@RequestScoped
@Path("/")
public class ExtraPages extends ExtrasPage {

    /** Shorter texts are no question yet. */
    private static final int SHORTEST = 8;

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

    /** Answers to what he is writing. */
    @POST
    @Public
    @Path("/new/{type}/suggestions")
    public HtmlPage suggestions(@PathParam("type") String type, @FormParam("subject") String subject, @FormParam("description") String description) {
        String text = description == null ? "" : description.strip();
        return HtmlPage.of("suggestions.jte", new Suggested(false, text.length() < SHORTEST ? java.util.List.of() : extras().suggestions(type, subject == null ? "" : subject, text)));
    }

    private static String path(UUID id) {
        return "/tickets/" + id;
    }
}
