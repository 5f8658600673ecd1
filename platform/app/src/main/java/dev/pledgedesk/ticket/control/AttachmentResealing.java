package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.FileCipher;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals what was written into attachment before there was encryption. */
@ApplicationScoped
public class AttachmentResealing extends Resealing<Attachment> {

    @Inject
    AttachmentRows rows;

    @Inject
    TicketRows tickets;

    @Inject
    TicketText text;

    public AttachmentResealing() {
        super("attachment");
    }

    /** A file may be large. */
    @Override
    protected int batchSize() {
        return 1;
    }

    @Override
    protected TenantRepository<Attachment> rows() {
        return rows;
    }

    @Override
    protected void reseal(Attachment row) {
        UUID owner = row.isClaimed() ? tickets.get(row.ticketId()).requesterId() : PersonalData.NOBODY;
        if (row.contentKey() == null && !text.isForgotten(owner)) {
            byte[] key = PersonalData.contentKey();
            FileCipher cipher = personalData.cipher(row.id(), key);
            for (int number = 0; ; number++) {
                byte[] piece = rows.chunk(row.id(), number).orElse(null);
                if (piece == null) {
                    break;
                }
                rows.replaceChunk(row.id(), number, cipher.seal(number, piece));
            }
            row.reseal(resealed(owner, "file_name", row.id(), row.fileName()), text.sealContentKey(owner, row.id(), key));
        }
    }
}
