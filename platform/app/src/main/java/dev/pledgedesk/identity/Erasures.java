package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.ErasureTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Forgets customers: the key is destroyed, identifiers, search tokens, files and mails go, texts stay and nobody can read them, numbers stay as they were. A legal hold stands in the way
 * until somebody lifts it.
 */
@ApplicationScoped
public class Erasures {

    /**
     * Proof that somebody was forgotten; names nobody.
     *
     * @param removed how much of what went
     * @param receipt the same, signed by the platform: a JWT that its public key verifies
     */
    public record Erasure(UUID id, UUID customerId, ErasureCause cause, String erasedBy, Instant erasedAt, Map<String, Integer> removed, String receipt) {
    }

    /**
     * What keeps somebody from being forgotten.
     *
     * @param liftedAt null while it holds
     */
    public record Hold(UUID id, String reason, String placedBy, Instant placedAt, Instant liftedAt) {
    }

    private static final String PLATFORM = "system";

    @Inject
    ErasureTransactions transactions;

    @Inject
    Caller caller;

    /** Forgets a customer for ever; a conflict if a hold stands in the way, or if he was forgotten before. */
    public Erasure erase(UUID customerId, ErasureCause cause) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.erase(customerId, cause, caller.actor());
    }

    /** Forgets a customer whose time is over, on behalf of the platform itself; of nobody's permission, so for no request of a user's. */
    public void forgetUnneeded(UUID customerId) {
        transactions.erase(customerId, ErasureCause.NOT_NEEDED, PLATFORM);
    }

    /** Keeps whoever files something for these customers waiting until the caller's transaction ends. */
    public void lock(Collection<UUID> customerIds) {
        transactions.lock(customerIds);
    }

    /** Those of some customers whom nothing keeps from being forgotten: no hold, no request that waits, no restriction, not forgotten yet. */
    public Set<UUID> forgettable(Collection<UUID> customerIds) {
        return transactions.forgettable(customerIds);
    }

    /** Those of some customers for whom something speaks that keeps what is theirs: a hold, a request that waits, a restriction. */
    public Set<UUID> kept(Collection<UUID> customerIds) {
        return transactions.kept(customerIds);
    }

    /** Who was forgotten, newest first. */
    public Page<Erasure> page(PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.page(request);
    }

    /** A customer's holds, newest first, lifted ones too. */
    public List<Hold> holds(UUID customerId) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.holds(customerId);
    }

    /** Places a hold, such as for a lawsuit. */
    public Hold place(UUID customerId, String reason) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.place(customerId, reason);
    }

    /** Lifts a hold; again it changes nothing. */
    public void lift(UUID customerId, UUID holdId) {
        caller.require(Permission.PRIVACY_MANAGE);
        transactions.lift(customerId, holdId);
    }
}
