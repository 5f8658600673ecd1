package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.entity.PluginFailure;
import dev.pledgedesk.plugin.entity.PluginFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Writes down what failed, for the tenant that it failed for. */
@ApplicationScoped
public class FailureBook {

    private static final Logger LOG = Logger.getLogger(FailureBook.class.getName());
    /** A plugin that fails all the time does not fill the book: so many in a minute are written. */
    private static final int MOST_A_MINUTE = 20;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_PLACES = 3;
    private static final int LONGEST = 500;

    @Inject
    PluginFailures failures;

    @Inject
    DeskClock clock;

    /**
     * Writes one down, in a transaction of its own.
     *
     * @param place class of the exception and places in the plugin's code, or what was wrong with the answer; may be null
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(ExtensionRef ref, FailureKind kind, String place, UUID subject) {
        LOG.log(Level.WARNING, "plugin {0} {1}: {2} {3}", new Object[] {ref.key(), ref.version(), kind.key(), place == null ? "" : place});
        Instant now = clock.now();
        if (failures.count(ref.key(), now.minus(Duration.ofMinutes(1))) < MOST_A_MINUTE) {
            failures.add(new PluginFailure(Ids.next(), ref.key(), ref.version(), kind.key(), place == null ? null : place.substring(0, Math.min(LONGEST, place.length())), subject, now));
            failures.removeBefore(now.minus(KEPT));
        }
    }

    /** Class of an exception and where in the plugin's code it came from; its message may hold anything and is left out. */
    static String where(Throwable thrown, ClassLoader plugin) {
        return thrown.getClass().getName() + Arrays.stream(thrown.getStackTrace()).filter(e -> e.getClassLoaderName() != null && e.getClassLoaderName().equals(plugin.getName()))
                .limit(MOST_PLACES).map(e -> " at " + e.getClassName() + "." + e.getMethodName() + ":" + e.getLineNumber()).collect(Collectors.joining());
    }
}
