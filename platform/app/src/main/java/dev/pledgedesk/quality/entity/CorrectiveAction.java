package dev.pledgedesk.quality.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.quality.ActionState;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is done about a cause. Its words are sealed under a key of its own, whose person is its id. */
@Entity
@Table(name = "corrective_action")
public class CorrectiveAction extends Versioned {

    private String cause;
    private Sealed title;
    private Sealed plan;
    @Column(name = "owner_id")
    private UUID ownerId;
    private String state;
    private int round;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "check_at")
    private Instant checkAt;
    @Column(name = "source_id")
    private UUID sourceId;
    @Column(name = "evaluation_id")
    private UUID evaluationId;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "opened_at")
    private Instant openedAt;

    /** For JPA. */
    protected CorrectiveAction() {
    }

    public CorrectiveAction(UUID id, String cause, UUID ownerId, UUID sourceId, UUID evaluationId, String actor, Instant now) {
        super(id);
        this.cause = cause;
        this.ownerId = ownerId;
        this.sourceId = sourceId;
        this.evaluationId = evaluationId;
        this.state = ActionState.OPEN.key();
        this.round = 1;
        this.openedBy = actor;
        this.openedAt = now;
    }

    /** What it is called, and what is to be done. */
    public void says(Sealed name, Sealed what) {
        title = name;
        plan = what;
    }

    /** Until when it is to be done, and when its effect is to be known. */
    public void due(Instant until, Instant check) {
        dueAt = until;
        checkAt = check;
    }

    /** It was done. */
    public void done() {
        require(ActionState.OPEN, "quality.done-already");
        state = ActionState.DONE.key();
    }

    /** It had an effect. */
    public void effective() {
        require(ActionState.DONE, "quality.not-done");
        state = ActionState.EFFECTIVE.key();
    }

    /** It had none and is to be done anew. */
    public void again(Instant until, Instant check) {
        require(ActionState.DONE, "quality.not-done");
        state = ActionState.OPEN.key();
        round++;
        due(until, check);
    }

    private void require(ActionState wanted, String problem) {
        if (state() != wanted) {
            throw Problem.of(Problem.Kind.CONFLICT, problem);
        }
    }

    public String cause() {
        return cause;
    }

    public Sealed title() {
        return title;
    }

    public Sealed plan() {
        return plan;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public ActionState state() {
        return ActionState.of(state);
    }

    /** How often it is being done, from 1. */
    public int round() {
        return round;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant checkAt() {
        return checkAt;
    }

    /** The complaint that has given rise to it; null for none. */
    public UUID sourceId() {
        return sourceId;
    }

    /** The evaluation that has; null for none. */
    public UUID evaluationId() {
        return evaluationId;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }
}
