package dev.pledgedesk.limits.control;

import dev.pledgedesk.limits.RateLimits;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a second, tells the other nodes what was counted here and learns the sums. While the database is away each node counts alone. */
@ApplicationScoped
public class LimitExchange {

    private static final Logger LOG = Logger.getLogger(LimitExchange.class.getName());

    @Inject
    RateLimits limits;

    @Inject
    LimitTransactions transactions;

    @Inject
    TenantScope scope;

    /** Its one thread must not wait for a database. */
    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean busy = new AtomicBoolean();
    private ScheduledFuture<?> rounds;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds = timer.scheduleWithFixedDelay(this::begin, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    private void begin() {
        if (busy.compareAndSet(false, true)) {
            executor.execute(this::exchange);
        }
    }

    private void exchange() {
        try {
            Map<RateLimits.Window, Long> fresh = limits.takeFresh();
            if (!fresh.isEmpty()) {
                scope.platform(() -> transactions.exchange(fresh)).forEach(limits::learn);
            }
        } catch (RuntimeException away) {
            LOG.log(Level.FINE, "limits are counted by this node alone", away);
        } finally {
            busy.set(false);
        }
    }
}
