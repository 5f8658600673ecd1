package dev.pledgedesk.eventing;

import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Due work that waits for somebody outside, done beside the worker's own thread: many pieces at a time and few of one tenant's, so that who is slow holds up nobody
 * else. Whoever uses it has places of his own.
 */
@Dependent
public class WorkBeside {

    private static final Logger LOG = Logger.getLogger(WorkBeside.class.getName());
    private static final int AT_ONCE = 32;
    private static final int OF_ONE_TENANT = 8;
    private static final long MOMENT_MILLIS = 50;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<TenantId, Semaphore> rooms = new ConcurrentHashMap<>();

    @Inject
    TenantScope scope;

    @Inject
    TenantContext context;

    @Inject
    NodeActivity activity;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Takes a piece of the tenant's work and has it done.
     *
     * @param take takes it, by the caller's own thread, so that nobody else does; empty if there is nothing to do. It sees to it that the piece comes again should
     *             nobody finish it
     * @param work does it in the same tenant, outside of transactions
     * @return false if there is no place, and none in a moment either; nothing was taken
     */
    public <T> boolean start(Supplier<Optional<T>> take, Consumer<T> work) {
        TenantId tenant = context.tenantId();
        Semaphore own = rooms.computeIfAbsent(tenant, t -> new Semaphore(OF_ONE_TENANT));
        if (!acquired(own)) {
            return false;
        }
        if (!acquired(room)) {
            own.release();
            return false;
        }
        boolean begun = false;
        try {
            Optional<T> taken = take.get();
            if (taken.isPresent()) {
                executor.execute(() -> work(tenant, own, () -> work.accept(taken.get())));
                begun = true;
            }
            return true;
        } finally {
            if (!begun) {
                release(own);
            }
        }
    }

    private static boolean acquired(Semaphore places) {
        try {
            return places.tryAcquire(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work(TenantId tenant, Semaphore own, Runnable work) {
        activity.begin();
        try {
            scope.run(tenant, work);
        } catch (RuntimeException failed) {
            // What was not written down comes again.
            LOG.log(Level.WARNING, "work that talks to somebody outside has failed", failed);
        } finally {
            release(own);
            activity.end();
        }
    }

    private void release(Semaphore own) {
        room.release();
        own.release();
    }
}
