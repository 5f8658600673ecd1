package dev.pledgedesk.breach.entity;

import dev.pledgedesk.breach.DutyKind;
import dev.pledgedesk.breach.DutyState;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that a regime asks for when data have leaked. */
@Entity
@Table(name = "breach_duty")
public class BreachDuty extends Versioned {

    @Column(name = "breach_id")
    private UUID breachId;
    private String regime;
    private String kind;
    private String state;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "settled_by")
    private String settledBy;
    @Column(name = "settled_at")
    private Instant settledAt;
    private Sealed note;

    /** For JPA. */
    protected BreachDuty() {
    }

    public BreachDuty(UUID id, UUID breachId, String regime, DutyKind kind, Instant dueAt) {
        super(id);
        this.breachId = breachId;
        this.regime = regime;
        this.kind = kind.key();
        this.state = DutyState.OPEN.key();
        this.dueAt = dueAt;
    }

    /** Is owed until then by what is known now, or not any more (null); one that is settled stays so. */
    public void owed(Instant until) {
        if (state() == DutyState.OPEN || state() == DutyState.LAPSED) {
            state = (until == null ? DutyState.LAPSED : DutyState.OPEN).key();
            dueAt = until == null ? dueAt : until;
        }
    }

    /** Was done, or is not done for a reason. */
    public void settle(boolean done, Sealed how, String actor, Instant now) {
        if (state() != DutyState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.duty-settled");
        }
        state = (done ? DutyState.DONE : DutyState.WAIVED).key();
        note = how;
        settledBy = actor;
        settledAt = now;
    }

    public UUID breachId() {
        return breachId;
    }

    public String regime() {
        return regime;
    }

    public DutyKind kind() {
        return DutyKind.of(kind);
    }

    public DutyState state() {
        return DutyState.of(state);
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String settledBy() {
        return settledBy;
    }

    public Instant settledAt() {
        return settledAt;
    }

    public Sealed note() {
        return note;
    }
}
