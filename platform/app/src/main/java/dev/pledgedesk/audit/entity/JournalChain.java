package dev.pledgedesk.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The end of a tenant's chain: what the sealer locks, so that links follow each other. */
@Entity
@Table(name = "journal_chain")
public class JournalChain {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    private long number;
    private byte[] hash;

    /** For JPA. */
    protected JournalChain() {
    }

    public JournalChain(UUID tenantId) {
        this.tenantId = tenantId;
        this.hash = new byte[32];
    }

    /** The chain is one link longer; gives that link. */
    public JournalSeal append(UUID entryId, byte[] linkHash) {
        number++;
        hash = linkHash.clone();
        return new JournalSeal(tenantId, number, entryId, hash);
    }

    public long number() {
        return number;
    }

    /** Hash of the last link; 32 zero bytes before the first. */
    public byte[] hash() {
        return hash.clone();
    }
}
