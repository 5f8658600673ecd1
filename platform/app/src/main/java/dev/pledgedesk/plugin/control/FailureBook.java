package dev.pledgedesk.plugin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Writes down what failed, for the tenant that it failed for. */
@ApplicationScoped
public class FailureBook {

    private static final Logger LOG = Logger.getLogger(FailureBook.class.getName());
    private static final int MOST_PLACES = 3;
    private static final int LONGEST = 500;

    private static final long MOST_WINDOWS = 10_000;

    private final Cache<Window, AtomicInteger> written = Caffeine.newBuilder().maximumSize(MOST_WINDOWS).expireAfterWrite(Duration.ofMinutes(2)).build();

    @Inject
    ExtensionTransactions transactions;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    /** One minute of an extension. */
    private record Window(TenantId tenant, String extension, Instant minute) {
    }

    /**
     * Writes one down, in a transaction of its own; never fails itself.
     *
     * @param place class of the exception and places in the plugin's code, or what was wrong with the answer; may be null
     */
    void write(ExtensionRef ref, FailureKind kind, String place, UUID subject) {
        if (!few(ref)) {
            return;
        }
        LOG.log(Level.WARNING, "plugin {0} {1}: {2} {3}", new Object[] {ref.key(), ref.version(), kind.key(), place == null ? "" : place});
        try {
            transactions.note(ref, kind, place == null ? null : place.substring(0, Math.min(LONGEST, place.length())), subject);
        } catch (RuntimeException unwritten) {
            // What the plugin was asked for goes on without it; the log has it.
            LOG.log(Level.WARNING, "the failure of a plugin could not be written down", unwritten);
        }
    }

    /** Of one that fails all the time, the database is not even asked whether it is to be written down. */
    private boolean few(ExtensionRef ref) {
        Window window = new Window(context.tenantId(), ref.key(), clock.now().truncatedTo(ChronoUnit.MINUTES));
        return written.get(window, w -> new AtomicInteger()).incrementAndGet() <= ExtensionTransactions.MOST_A_MINUTE;
    }

    /** Class of an exception and where in the plugin's code it came from; its message may hold anything and is left out. */
    static String where(Throwable thrown, ClassLoader plugin) {
        return thrown.getClass().getName() + Arrays.stream(thrown.getStackTrace()).filter(e -> e.getClassLoaderName() != null && e.getClassLoaderName().equals(plugin.getName()))
                .limit(MOST_PLACES).map(e -> " at " + e.getClassName() + "." + e.getMethodName() + ":" + e.getLineNumber()).collect(Collectors.joining());
    }
}
