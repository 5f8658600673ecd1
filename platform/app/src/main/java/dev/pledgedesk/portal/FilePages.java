package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.ticket.Attachments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Files of messages as downloads, for everybody who may see the message. */
@RequestScoped
@Path("/attachments")
public class FilePages implements PageResource {

    @Inject
    Attachments attachments;

    /** The file. */
    @GET
    @Allowed(Permission.TICKET_READ)
    @Path("/{id}")
    public Response download(@PathParam("id") UUID id) {
        Attachments.Download stored = attachments.get(id);
        return Download.of(stored.file().fileName(), stored.file().size(), out -> attachments.write(stored, out));
    }
}
