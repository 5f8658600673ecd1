package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.entity.DueWorkRows.Claim;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes the steps of a worker one by one, as a second node would beside the one that runs. */
@ApplicationScoped
public class WorkProbe {

    @Inject
    WorkTransactions transactions;

    @Inject
    TenantScope scope;

    /** Claims work that is due. */
    public List<Claim> claim(String kind, Duration lease, int atMost) {
        return scope.platform(() -> transactions.claim(kind, lease, atMost));
    }

    /** Holds claims for longer. */
    public void renew(String kind, List<Claim> claims, Duration lease) {
        scope.platform(() -> transactions.renew(kind, claims, lease));
    }

    /** Gives claims back. */
    public void release(String kind, List<Claim> claims) {
        scope.platform(() -> {
            transactions.release(kind, claims);
            return null;
        });
    }

    /** Does work, whoever has claimed it; when it returns, this or the other one has done it. */
    public void work(DueWorker how, TenantId tenant, List<UUID> ids) {
        scope.run(tenant, () -> transactions.work(how, tenant, ids));
    }
}
