package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.NodeActivity;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the boxes of addresses emptied, many at a time and each by one thread only, so that an address that is slow holds up nobody else's messages, and its own come
 * in their order. The thread that is called here does not wait for them.
 */
@ApplicationScoped
public class WebhookWorker implements DueWorker {

    /** Kind of due work: an address that something is to be sent to. */
    static final String KIND = "webhook";

    private static final Logger LOG = Logger.getLogger(WebhookWorker.class.getName());
    private static final int MOST_AT_ONCE = 32;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    @Inject
    DeliveryTransactions transactions;

    @Inject
    DeliveryRun run;

    @Inject
    TenantScope scope;

    @Inject
    TenantContext context;

    @Inject
    NodeActivity activity;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(this::start);
    }

    private void start(UUID id) {
        TenantId tenant = context.tenantId();
        if (!room.tryAcquire()) {
            transactions.later(id);
            return;
        }
        boolean begun = false;
        try {
            Optional<Instant> till = transactions.begin(id);
            if (till.isPresent()) {
                executor.execute(() -> tell(tenant, id, till.get()));
                begun = true;
            }
        } finally {
            if (!begun) {
                room.release();
            }
        }
    }

    private void tell(TenantId tenant, UUID id, Instant till) {
        activity.begin();
        try {
            scope.run(tenant, () -> {
                try {
                    run.tell(id);
                } finally {
                    transactions.end(id, till);
                }
            });
        } catch (RuntimeException away) {
            // What was not written down is sent again; a turn that could not be given back ends by itself.
            LOG.log(Level.WARNING, "a webhook could not be told", away);
        } finally {
            room.release();
            activity.end();
        }
    }
}
