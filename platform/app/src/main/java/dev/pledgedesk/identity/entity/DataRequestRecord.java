package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequestState;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a customer asks for as a person with rights, with its decisions. */
@Entity
@Table(name = "data_request")
public class DataRequestRecord extends Versioned {

    @Column(name = "customer_id")
    private UUID customerId;
    private String kind;
    private String state;
    private Sealed wish;
    @Column(name = "filed_by")
    private String filedBy;
    @Column(name = "identity_check")
    private Sealed identityCheck;
    @Column(name = "filed_at")
    private Instant filedAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    private Sealed reason;
    @Column(name = "appeal_until")
    private Instant appealUntil;
    private Sealed appeal;
    @Column(name = "appealed_at")
    private Instant appealedAt;
    @Column(name = "appeal_decided_by")
    private String appealDecidedBy;
    @Column(name = "appeal_decided_at")
    private Instant appealDecidedAt;
    @Column(name = "appeal_reason")
    private Sealed appealReason;

    /** For JPA. */
    protected DataRequestRecord() {
    }

    public DataRequestRecord(UUID id, UUID customerId, DataRequestKind kind, String actor, Instant now, Instant dueAt) {
        super(id);
        this.customerId = customerId;
        this.kind = kind.key();
        this.state = DataRequestState.OPEN.key();
        this.filedBy = actor;
        this.filedAt = now;
        this.dueAt = dueAt;
    }

    /** What was said; either may be null. */
    public void says(Sealed ownWords, Sealed howKnown) {
        wish = ownWords;
        identityCheck = howKnown;
    }

    /** Is decided, or decided once more after an appeal; a first refusal may be appealed until then. */
    public void decide(boolean granted, Sealed why, String actor, Instant now, Instant mayAppealUntil) {
        boolean again = state() == DataRequestState.APPEALED;
        state = state().decided(granted).key();
        if (again) {
            appealDecidedBy = actor;
            appealDecidedAt = now;
            appealReason = why;
        } else {
            decidedBy = actor;
            decidedAt = now;
            reason = why;
            appealUntil = granted ? null : mayAppealUntil;
        }
    }

    /** Nobody is left who waits for it. */
    public void end() {
        state = state().ended().key();
    }

    /** The person does not agree with a refusal. */
    public void appeal(Sealed why, Instant now, Instant nextDueAt) {
        state = state().appealed().key();
        appeal = why;
        appealedAt = now;
        dueAt = nextDueAt;
    }

    /** The person takes it back. */
    public void withdraw() {
        state = state().withdrawn().key();
    }

    public UUID customerId() {
        return customerId;
    }

    public DataRequestKind kind() {
        return DataRequestKind.of(kind);
    }

    public DataRequestState state() {
        return DataRequestState.of(state);
    }

    public Sealed wish() {
        return wish;
    }

    public String filedBy() {
        return filedBy;
    }

    public Sealed identityCheck() {
        return identityCheck;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Sealed reason() {
        return reason;
    }

    /** Null unless it was refused. */
    public Instant appealUntil() {
        return appealUntil;
    }

    public Sealed appeal() {
        return appeal;
    }

    public Instant appealedAt() {
        return appealedAt;
    }

    public String appealDecidedBy() {
        return appealDecidedBy;
    }

    public Instant appealDecidedAt() {
        return appealDecidedAt;
    }

    public Sealed appealReason() {
        return appealReason;
    }
}
