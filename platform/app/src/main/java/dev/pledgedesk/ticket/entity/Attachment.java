package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file: uploaded first, then claimed once by the message that carries it. Its bytes are {@link AttachmentChunk}s. */
@Entity
@Table(name = "attachment")
public class Attachment extends Versioned {

    @Column(name = "ticket_id")
    private UUID ticketId;
    @Column(name = "message_id")
    private UUID messageId;
    @Column(name = "file_name")
    private Sealed fileName;
    @Column(name = "content_key")
    private Sealed contentKey;
    @Column(name = "media_type")
    private String mediaType;
    private long size;
    private byte[] sha256;
    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected Attachment() {
    }

    public Attachment(UUID id, Sealed fileName, Sealed contentKey, String mediaType, long size, byte[] sha256, Instant now) {
        super(id);
        this.fileName = fileName;
        this.contentKey = contentKey;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256.clone();
        this.createdAt = now;
    }

    /** Belongs to a message from now on. */
    public void attach(UUID ticket, UUID message, Sealed name, Sealed key) {
        ticketId = ticket;
        messageId = message;
        fileName = name;
        contentKey = key;
    }

    /** The same name in another form, and what opens the bytes. */
    public void reseal(Sealed sameName, Sealed key) {
        fileName = sameName;
        contentKey = key;
    }

    public boolean isClaimed() {
        return messageId != null;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID messageId() {
        return messageId;
    }

    public Sealed fileName() {
        return fileName;
    }

    /** Opens its bytes; null for a file of the time before encryption, whose bytes are in clear. */
    public Sealed contentKey() {
        return contentKey;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }
}
