package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.DataRequestTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What customers ask for as persons with rights: filed in the portal, or taken down by the privacy officer; decided in time with a reason; refused ones may be appealed once
 * . Deadlines are the tenant's, in days of 24 hours.
 */
@ApplicationScoped
public class DataRequests {

    /**
     * A decision.
     *
     * @param by     as in the journal
     * @param reason why; a word for that where nobody can read it any more
     */
    public record Decision(String by, Instant at, String reason) {
    }

    /**
     * A request. What the person wrote reads as a word for that once he is forgotten.
     *
     * @param wish           in the person's words; null if he said nothing
     * @param filedBy        as in the journal
     * @param identityCheck  how the officer who took it down knew who was asking; null where the person was signed in
     * @param dueAt          when the decision that it waits for is due, or was
     * @param decision       the first one; null before it
     * @param appeal         in the person's words; appealedAt null without an appeal
     * @param appealUntil    until when it may be appealed; null where it may not
     * @param appealDecision null before it
     */
    public record DataRequest(UUID id, UUID customerId, DataRequestKind kind, DataRequestState state, String wish, String filedBy, String identityCheck, Instant filedAt,
            Instant dueAt, Decision decision, String appeal, Instant appealedAt, Instant appealUntil, Decision appealDecision) {

        /** Whether the decision it waits for is late. */
        public boolean isOverdue(Instant now) {
            return state.isWaiting() && now.isAfter(dueAt);
        }
    }

    @Inject
    DataRequestTransactions transactions;

    @Inject
    OwnData ownData;

    @Inject
    Caller caller;

    /** Files a request of the caller's own. To be forgotten is asked for soon after signing in only: a device left open does not prove who asks. */
    public DataRequest file(DataRequestKind kind, String wish) {
        ownData.requireCustomer();
        return transactions.file(kind, wish);
    }

    /** The caller's own requests, newest first. */
    public List<DataRequest> mine() {
        ownData.requireCustomer();
        return transactions.of(caller.id());
    }

    /** Takes one of the caller's own back. */
    public DataRequest withdraw(UUID id) {
        ownData.requireCustomer();
        return transactions.withdraw(id);
    }

    /** Appeals against a refusal of one of the caller's own. */
    public DataRequest appeal(UUID id, String text) {
        ownData.requireCustomer();
        return transactions.appeal(id, text);
    }

    /** Takes down what a customer asked for elsewhere. */
    public DataRequest takeDown(UUID customerId, DataRequestKind kind, String wish, String identityCheck) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.takeDown(customerId, kind, wish, identityCheck);
    }

    /** Requests, the newest first; those alone that wait for a decision if {@code waiting}, of one customer alone if {@code customerId} is not null. */
    public Page<DataRequest> page(boolean waiting, UUID customerId, PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.page(waiting, customerId, request);
    }

    /** One request. */
    public DataRequest get(UUID id) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.get(id);
    }

    /** Decides it; what is granted is done in the same moment, where the desk can do it itself. A legal hold stands in the way of granting an erasure. */
    public DataRequest decide(UUID id, boolean granted, String reason) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.decide(id, granted, reason);
    }

    /** Lets a customer's data be used again. */
    public void liftRestriction(UUID customerId) {
        caller.require(Permission.PRIVACY_MANAGE);
        transactions.liftRestriction(customerId);
    }
}
