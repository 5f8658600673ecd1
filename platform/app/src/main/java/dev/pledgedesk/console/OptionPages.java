package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.ExtrasPage;
import dev.pledgedesk.page.HtmlPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Values that plugins offer while staff fill in a ticket's field. */
@RequestScoped
@Path("/console/options")
public class OptionPages extends ExtrasPage {

    /** Those for what was typed so far. */
    @GET
    @Path("/{type}/{field}")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage options(@PathParam("type") String type, @PathParam("field") String field, @QueryParam("typed") String typed) {
        return offered(type, field, typed);
    }
}
