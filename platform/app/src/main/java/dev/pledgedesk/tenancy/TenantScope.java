package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Opens a tenant for work that no request of that tenant started: timers, relays, the operator. Each call is a request context of its
 * own, so that nothing of the caller's tenant can leak into it; a transaction must not be open.
 */
@ApplicationScoped
public class TenantScope {

    @Inject
    TenantContext context;

    @Inject
    Instance<RequestContextController> controllers;

    /** Runs work inside a tenant and gives its result. */
    public <T> T call(TenantId tenant, Supplier<T> work) {
        return inOwnContext(() -> context.enter(tenant), work);
    }

    /** Runs work inside a tenant. */
    public void run(TenantId tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }

    /** Runs tenantless work of the platform and gives its result. */
    public <T> T platform(Supplier<T> work) {
        return inOwnContext(context::enterPlatform, work);
    }

    private <T> T inOwnContext(Runnable enter, Supplier<T> work) {
        // A request context is bound to its thread; within one that is already active the work goes to a thread of its own.
        RequestContextController controller = controllers.get();
        if (controller.activate()) {
            try {
                enter.run();
                return work.get();
            } finally {
                controller.deactivate();
                controllers.destroy(controller);
            }
        }
        controllers.destroy(controller);
        return separateThread.call(() -> inOwnContext(enter, work));
    }

    @Inject
    SeparateThread separateThread;
}
