package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.ticket.AttachmentView;
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
        AttachmentView file = attachments.get(id).file();
        return Download.of(file.fileName(), file.size(), out -> attachments.write(id, out));
    }
}
