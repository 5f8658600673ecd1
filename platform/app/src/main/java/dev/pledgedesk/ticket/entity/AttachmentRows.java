package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of the tenant of the request. */
@ApplicationScoped
public class AttachmentRows extends TenantRepository<Attachment> {

    /** For the proxy. */
    protected AttachmentRows() {
        this(null, null);
    }

    @Inject
    public AttachmentRows(EntityManager entities, TenantContext context) {
        super(Attachment.class, entities, context);
    }

    /** Files of these messages, in the order they were uploaded. */
    public List<Attachment> ofMessages(Collection<UUID> messageIds) {
        return messageIds.isEmpty() ? List.of() : entities().createQuery(
                "select a from Attachment a where a.tenantId = :tenant and a.messageId in :messages order by a.id", Attachment.class)
                .setParameter("tenant", tenant()).setParameter("messages", messageIds).getResultList();
    }

    /** Stores a piece and forgets it at once, so that a large file needs little memory. */
    public void addChunk(UUID attachmentId, int number, byte[] content) {
        AttachmentChunk chunk = new AttachmentChunk(tenant(), attachmentId, number, content);
        entities().persist(chunk);
        entities().flush();
        entities().detach(chunk);
    }

    /** Puts other bytes in the place of a piece. */
    public void replaceChunk(UUID attachmentId, int number, byte[] content) {
        entities().createQuery("update AttachmentChunk c set c.content = :content where c.tenantId = :tenant and c.attachmentId = :file and c.number = :number")
                .setParameter("content", content).setParameter("tenant", tenant()).setParameter("file", attachmentId).setParameter("number", number).executeUpdate();
    }

    /** A piece, empty behind the last. */
    public Optional<byte[]> chunk(UUID attachmentId, int number) {
        return Optional.ofNullable(entities().find(AttachmentChunk.class, new AttachmentChunk.Key(tenant(), attachmentId, number))).map(chunk -> {
            // Otherwise the pieces of a whole file gather in memory.
            entities().detach(chunk);
            return chunk.content();
        });
    }

    /** Deletes the files of a requester's tickets with their pieces; gives how many. */
    public int removeOf(UUID requesterId) {
        List<Attachment> files = entities().createQuery("select a from Attachment a, Ticket t where a.tenantId = :tenant and t.tenantId = :tenant and t.id = a.ticketId"
                + " and t.requesterId = :requester", Attachment.class).setParameter("tenant", tenant()).setParameter("requester", requesterId).getResultList();
        files.forEach(entities()::remove);
        return files.size();
    }

    /** Deletes a file that no message claimed, with its pieces. */
    public void removeUnclaimed(UUID id) {
        find(id).filter(a -> !a.isClaimed()).ifPresent(entities()::remove);
    }
}
