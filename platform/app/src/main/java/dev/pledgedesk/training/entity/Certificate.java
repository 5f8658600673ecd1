package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody has passed, for a time; never deleted, only revoked. */
@Entity
@Table(name = "certificate")
public class Certificate extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String qualification;
    @Column(name = "assessment_id")
    private UUID assessmentId;
    private String issuer;
    private Sealed document;
    @Column(name = "issued_by")
    private String issuedBy;
    @Column(name = "issued_at")
    private Instant issuedAt;
    @Column(name = "valid_until")
    private Instant validUntil;
    private String code;
    @Column(name = "revoked_at")
    private Instant revokedAt;
    @Column(name = "revoked_by")
    private String revokedBy;
    @Column(name = "revoked_why")
    private Sealed revokedWhy;

    /** For JPA. */
    protected Certificate() {
    }

    public Certificate(UUID id, UUID staffId, String qualification, UUID assessmentId, String issuer, Sealed document, String issuedBy, Instant issuedAt, Instant validUntil, String code) {
        super(id);
        this.staffId = staffId;
        this.qualification = qualification;
        this.assessmentId = assessmentId;
        this.issuer = issuer;
        this.document = document;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
        this.validUntil = validUntil;
        this.code = code;
    }

    /** Takes it back. */
    public void revoke(Sealed why, String actor, Instant now) {
        if (revokedAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.revoked-already");
        }
        revokedAt = now;
        revokedBy = actor;
        revokedWhy = why;
    }

    /** Whether it counts at a moment. */
    public boolean holds(Instant now) {
        return revokedAt == null && (validUntil == null || now.isBefore(validUntil));
    }

    public UUID staffId() {
        return staffId;
    }

    public String qualification() {
        return qualification;
    }

    /** Null for a paper from elsewhere. */
    public UUID assessmentId() {
        return assessmentId;
    }

    /** Who has issued a paper from elsewhere; null for ours. */
    public String issuer() {
        return issuer;
    }

    /** Number of a paper from elsewhere. */
    public Sealed document() {
        return document;
    }

    /** Who has recorded it. */
    public String issuedBy() {
        return issuedBy;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Null for ever. */
    public Instant validUntil() {
        return validUntil;
    }

    /** By which anybody can check it. */
    public String code() {
        return code;
    }

    /** Null while it holds. */
    public Instant revokedAt() {
        return revokedAt;
    }

    public String revokedBy() {
        return revokedBy;
    }

    public Sealed revokedWhy() {
        return revokedWhy;
    }
}
