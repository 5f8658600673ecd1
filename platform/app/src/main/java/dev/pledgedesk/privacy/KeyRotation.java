package dev.pledgedesk.privacy;

import dev.pledgedesk.privacy.control.RewrapTransactions;
import dev.pledgedesk.privacy.control.TenantKeyring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Gives the tenant of the request a new key and wraps the keys of its persons with it, some hundred at a time, while the desk serves. A crash only interrupts it. When every node must
 * have the new key, the old one is dropped.
 */
@ApplicationScoped
public class KeyRotation {

    /**
     * How far it is.
     *
     * @param keys    keys in the tenant's keyset; more than one while old ones are still needed
     * @param waiting keys of persons that the newest does not wrap yet
     */
    public record State(int keys, long waiting) {

        public boolean isDone() {
            return keys == 1 && waiting == 0;
        }
    }

    @Inject
    TenantKeyring keyring;

    @Inject
    RewrapTransactions transactions;

    /** Begins a rotation; where one is under way no other is begun, and it goes on even if what would do it was lost, by a restore of the data for example. */
    public State begin(String actor) {
        if (keyring.rotate()) {
            transactions.begin(actor);
        } else {
            transactions.goOn();
        }
        return state();
    }

    /** How far the last one is. */
    public State state() {
        return keyring.state(transactions::waiting);
    }
}
