package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.control.AlertTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What the privacy officer of the tenant of the request is to look at. Asks for no permission: who reviews is known above this room only. */
@ApplicationScoped
public class Alerts {

    /**
     * What has happened.
     *
     * @param actor      who has caused it, null for the clock
     * @param customerId whom it is about, null if many
     * @param recordId   the opening or request that it is about, null if none
     * @param amount     how many customers, null where it is not about many
     */
    public record Cause(AlertKind kind, String actor, UUID customerId, UUID recordId, Integer amount) {
    }

    /**
     * An alert.
     *
     * @param reviewedBy null while nobody has looked at it; reviewedAt likewise
     * @param note       what came of it, null if nothing was said or nobody can read it any more
     */
    public record Alert(UUID id, Cause cause, Instant raisedAt, String reviewedBy, Instant reviewedAt, String note) {
    }

    @Inject
    AlertTransactions transactions;

    /** Raises an alert as a part of the caller's transaction; officers are mailed. */
    public void raise(Cause cause) {
        transactions.raise(cause);
    }

    /** As {@link #raise}, unless the same actor has caused one of the kind since then. */
    public void raiseOnce(Cause cause, Instant since) {
        transactions.raiseOnce(cause, since);
    }

    /** Newest first; those alone that nobody has looked at if {@code open}. */
    public Page<Alert> page(boolean open, PageRequest request) {
        return transactions.page(open, request);
    }

    /**
     * Notes that somebody has looked at it; a conflict if somebody had before.
     *
     * @param actor    as in the journal
     * @param reviewer whose key covers the note where it is about no customer
     * @param note     what came of it
     */
    public Alert review(UUID id, String actor, UUID reviewer, String note) {
        return transactions.review(id, actor, reviewer, note);
    }
}
