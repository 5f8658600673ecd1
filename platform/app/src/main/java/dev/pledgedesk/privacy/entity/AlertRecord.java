package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts.Cause;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An alert until it is reviewed, and what came of it. */
@Entity
@Table(name = "privacy_alert")
public class AlertRecord extends Versioned {

    private String kind;
    private String actor;
    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "record_id")
    private UUID recordId;
    private Integer amount;
    @Column(name = "raised_at")
    private Instant raisedAt;
    @Column(name = "reviewed_by")
    private String reviewedBy;
    @Column(name = "reviewed_at")
    private Instant reviewedAt;
    private Sealed note;
    @Column(name = "note_about")
    private UUID noteAbout;

    /** For JPA. */
    protected AlertRecord() {
    }

    public AlertRecord(UUID id, Cause cause, Instant now) {
        super(id);
        this.kind = cause.kind().key();
        this.actor = cause.actor();
        this.customerId = cause.customerId();
        this.recordId = cause.recordId();
        this.amount = cause.amount();
        this.raisedAt = now;
    }

    /** Somebody has looked at it; whose key covers the note is {@code about}. */
    public void review(String by, Instant now, Sealed whatCameOfIt, UUID about) {
        reviewedBy = by;
        reviewedAt = now;
        note = whatCameOfIt;
        noteAbout = about;
    }

    public boolean isReviewed() {
        return reviewedAt != null;
    }

    public Cause cause() {
        return new Cause(AlertKind.of(kind), actor, customerId, recordId, amount);
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    /** Whose key covers the note. */
    public UUID noteAbout() {
        return noteAbout;
    }

    public Sealed note() {
        return note;
    }
}
