package dev.pledgedesk.privacy.control;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Does the steps of a rotation with the tenant's keys as the store has them now, not with those this node has at hand. */
@ApplicationScoped
public class RewrapWorker implements DueWorker {

    static final String KIND = "rewrap-keys";

    @Inject
    TenantKeyring keyring;

    @Inject
    RewrapTransactions transactions;

    @Override
    public String kind() {
        return KIND;
    }

    /** The vault is asked before each transaction. */
    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            TenantKeys keys = keyring.reloaded();
            if (!id.equals(RewrapTransactions.END)) {
                transactions.step(keys, id);
                continue;
            }
            if (transactions.waiting(keys) == 0) {
                keyring.dropOld();
            }
            // Last, so that a vault that is away now, or a crash, leaves the work to be done again.
            transactions.end(keys);
        }
    }
}
