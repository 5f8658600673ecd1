package dev.pledgedesk.ticket.boundary;

import dev.pledgedesk.api.AttachmentsApi;
import dev.pledgedesk.api.model.Attachment;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.limits.Charged;
import dev.pledgedesk.limits.Quota;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.ticket.Attachments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;

/** Files over REST. */
@RequestScoped
public class AttachmentsResource implements AttachmentsApi {

    @Inject
    Attachments attachments;

    @Override
    @Public
    @Charged(Quota.UPLOADS)
    public Attachment uploadAttachment(String fileName, InputStream body) {
        return TicketAnswers.attachment(attachments.upload(fileName, body));
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public Response downloadAttachment(UUID attachmentId) {
        Attachments.Download stored = attachments.get(attachmentId);
        return Download.of(stored.file().fileName(), stored.file().size(), out -> attachments.write(stored, out));
    }
}
