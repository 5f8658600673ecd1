package dev.pledgedesk.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A link of the chain: the number-th entry and the hash over it and the link before. */
@Entity
@Table(name = "journal_seal")
@IdClass(JournalSeal.Key.class)
public class JournalSeal {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    @Id
    private Long number;
    @Column(name = "entry_id")
    private UUID entryId;
    private byte[] hash;

    /** For JPA. */
    protected JournalSeal() {
    }

    public JournalSeal(UUID tenantId, long number, UUID entryId, byte[] hash) {
        this.tenantId = tenantId;
        this.number = number;
        this.entryId = entryId;
        this.hash = hash.clone();
    }

    public long number() {
        return number;
    }

    public UUID entryId() {
        return entryId;
    }

    public byte[] hash() {
        return hash.clone();
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private Long number;

        /** For JPA. */
        public Key() {
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(tenantId, key.tenantId) && Objects.equals(number, key.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, number);
        }
    }
}
