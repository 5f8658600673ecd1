package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Stands in for a code of the authenticator app, once. Only its hash is kept. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "code_hash")
    private byte[] codeHash;
    @Column(name = "used_at")
    private Instant usedAt;

    /** For JPA. */
    protected RecoveryCode() {
    }

    public RecoveryCode(UUID id, UUID staffId, byte[] codeHash) {
        super(id);
        this.staffId = staffId;
        this.codeHash = codeHash.clone();
    }

    /** Uses it up. */
    public void use(Instant now) {
        usedAt = now;
    }
}
