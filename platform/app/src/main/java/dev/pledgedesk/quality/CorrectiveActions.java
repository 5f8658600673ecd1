package dev.pledgedesk.quality;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.control.ActionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Corrective actions of the tenant of the request. Its owner does one in time; whether it had an effect is checked in time, too, and without one it is to be done anew. */
@ApplicationScoped
public class CorrectiveActions {

    /**
     * What is to be done.
     *
     * @param cause      key of the cause that it is done about
     * @param ownerId    who of the staff does it
     * @param checkAt    when its effect is to be known; after {@code dueAt}
     * @param sourceId     the complaint that has given rise to it; null for none
     * @param evaluationId the evaluation that has; null for none
     */
    public record Draft(String cause, String title, String plan, UUID ownerId, Instant dueAt, Instant checkAt, UUID sourceId, UUID evaluationId) {
    }

    /** Something that was said of it. */
    public record Entry(String kind, String words, Instant at, String actor) {
    }

    /** A corrective action; its words cannot be read by nobody. */
    public record Action(UUID id, String cause, String title, String plan, UUID ownerId, ActionState state, int round, Instant dueAt, Instant checkAt, UUID sourceId, UUID evaluationId, String openedBy, Instant openedAt,
            List<Entry> entries) {

        /** Whether what it waits for is late. */
        public boolean isOverdue(Instant now) {
            return state == ActionState.OPEN && now.isAfter(dueAt) || state == ActionState.DONE && now.isAfter(checkAt);
        }
    }

    @Inject
    ActionTransactions transactions;

    @Inject
    Clocks clocks;

    @Inject
    Caller caller;

    /** Newest first; those alone whose effect is not known if {@code openOnly}. */
    public Page<Action> page(boolean openOnly, PageRequest request) {
        caller.require(Permission.QUALITY_READ);
        return transactions.page(openOnly, request);
    }

    /** Those that an evaluation has given rise to, the oldest first. */
    public List<Action> ofEvaluation(UUID evaluation) {
        caller.require(Permission.QUALITY_READ);
        return transactions.ofEvaluation(evaluation);
    }

    public Action get(UUID id) {
        caller.require(Permission.QUALITY_READ);
        return transactions.get(id);
    }

    /** Its promises, the oldest first. */
    public List<ClockView> clocks(UUID id) {
        get(id);
        return clocks.of(id);
    }

    /** Opens one; its owner is told. */
    public Action open(Draft draft) {
        caller.require(Permission.QUALITY_MANAGE);
        return transactions.open(draft);
    }

    /** It was done: by its owner, or by whoever manages quality. */
    public Action done(UUID id, String result) {
        caller.require(Permission.QUALITY_READ);
        return transactions.done(id, result);
    }

    /**
     * Its effect is known.
     *
     * @param nextDueAt   until when it is to be done anew, and {@code nextCheckAt} when that is checked; null if it was effective
     */
    public Action check(UUID id, boolean effective, String words, Instant nextDueAt, Instant nextCheckAt) {
        caller.require(Permission.QUALITY_MANAGE);
        return transactions.check(id, effective, words, nextDueAt, nextCheckAt);
    }
}
