package dev.pledgedesk.roster.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.SwapState;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody wishes another to take his shift, perhaps for one of the other's. */
@Entity
@Table(name = "shift_swap")
public class ShiftSwap extends Versioned {

    @Column(name = "assignment_id")
    private UUID assignmentId;
    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "taker_id")
    private UUID takerId;
    @Column(name = "in_return_id")
    private UUID inReturnId;
    private String state;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "decided_by")
    private String decidedBy;

    /** For JPA. */
    protected ShiftSwap() {
    }

    public ShiftSwap(UUID id, UUID assignmentId, UUID staffId, UUID takerId, UUID inReturnId, Instant askedAt) {
        super(id);
        this.assignmentId = assignmentId;
        this.staffId = staffId;
        this.takerId = takerId;
        this.inReturnId = inReturnId;
        this.askedAt = askedAt;
        this.state = SwapState.ASKED.key();
    }

    /** The colleague has answered. */
    public void answer(boolean agrees) {
        require(SwapState.ASKED);
        state = (agrees ? SwapState.AGREED : SwapState.REFUSED).key();
    }

    /** Who runs the roster has decided. */
    public void decide(boolean granted, String actor) {
        require(SwapState.AGREED);
        state = (granted ? SwapState.GRANTED : SwapState.REFUSED).key();
        decidedBy = actor;
    }

    /** Who has asked does not wish it any more. */
    public void withdraw() {
        if (state() != SwapState.ASKED && state() != SwapState.AGREED) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.decided-already");
        }
        state = SwapState.WITHDRAWN.key();
    }

    private void require(SwapState wanted) {
        if (state() != wanted) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.decided-already");
        }
    }

    public SwapState state() {
        return SwapState.of(state);
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    /** Who has asked. */
    public UUID staffId() {
        return staffId;
    }

    /** Who is to take it. */
    public UUID takerId() {
        return takerId;
    }

    /** The shift that he gives for it; null for none. */
    public UUID inReturnId() {
        return inReturnId;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until somebody has. */
    public String decidedBy() {
        return decidedBy;
    }
}
