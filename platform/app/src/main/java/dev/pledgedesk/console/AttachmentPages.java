package dev.pledgedesk.console;

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

/** Files of messages. */
@RequestScoped
@Path("/console/attachments/{id}")
public class AttachmentPages implements PageResource {

    @Inject
    Attachments attachments;

    /** The file, always as a download. */
    @GET
    @Allowed(Permission.TICKET_READ)
    public Response download(@PathParam("id") UUID id) {
        Attachments.Download stored = attachments.get(id);
        return Download.of(stored.file().fileName(), stored.file().size(), out -> attachments.write(stored, out));
    }
}
