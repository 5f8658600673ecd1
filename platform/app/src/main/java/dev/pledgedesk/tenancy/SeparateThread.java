package dev.pledgedesk.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lends a server thread without a request context to work that must not share its caller's. */
@ApplicationScoped
class SeparateThread {

    private static final int PATIENCE_SECONDS = 60;

    @Resource
    private ManagedExecutorService executor;

    <T> T call(Supplier<T> work) {
        var result = executor.submit(work::get);
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException tooLong) {
            result.cancel(true);
            throw new IllegalStateException("work in another tenant took over " + PATIENCE_SECONDS + " s", tooLong);
        } catch (InterruptedException stop) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
