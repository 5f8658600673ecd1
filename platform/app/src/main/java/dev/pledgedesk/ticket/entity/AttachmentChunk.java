package dev.pledgedesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A piece of a file, numbered from 0. */
@Entity
@Table(name = "attachment_chunk")
@IdClass(AttachmentChunk.Key.class)
public class AttachmentChunk {

    /** Bytes of every piece but the last. */
    public static final int SIZE = 256 * 1024;

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    @Id
    @Column(name = "attachment_id")
    private UUID attachmentId;
    @Id
    private Integer number;
    private byte[] content;

    /** For JPA. */
    protected AttachmentChunk() {
    }

    public AttachmentChunk(UUID tenantId, UUID attachmentId, int number, byte[] content) {
        this.tenantId = tenantId;
        this.attachmentId = attachmentId;
        this.number = number;
        this.content = content.clone();
    }

    public byte[] content() {
        return content.clone();
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private UUID attachmentId;
        private Integer number;

        /** For JPA. */
        public Key() {
        }

        public Key(UUID tenantId, UUID attachmentId, int number) {
            this.tenantId = tenantId;
            this.attachmentId = attachmentId;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(tenantId, key.tenantId) && Objects.equals(attachmentId, key.attachmentId)
                    && Objects.equals(number, key.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, attachmentId, number);
        }
    }
}
