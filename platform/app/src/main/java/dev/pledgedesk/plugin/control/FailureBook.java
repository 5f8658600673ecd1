package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Writes down what failed, for the tenant that it failed for. */
@ApplicationScoped
public class FailureBook {

    private static final Logger LOG = Logger.getLogger(FailureBook.class.getName());
    private static final int MOST_PLACES = 3;
    private static final int LONGEST = 500;

    @Inject
    ExtensionTransactions transactions;

    /**
     * Writes one down, in a transaction of its own; never fails itself.
     *
     * @param place class of the exception and places in the plugin's code, or what was wrong with the answer; may be null
     */
    void write(ExtensionRef ref, FailureKind kind, String place, UUID subject) {
        LOG.log(Level.WARNING, "plugin {0} {1}: {2} {3}", new Object[] {ref.key(), ref.version(), kind.key(), place == null ? "" : place});
        try {
            transactions.note(ref, kind, place == null ? null : place.substring(0, Math.min(LONGEST, place.length())), subject);
        } catch (RuntimeException unwritten) {
            // What the plugin was asked for goes on without it; the log has it.
            LOG.log(Level.WARNING, "the failure of a plugin could not be written down", unwritten);
        }
    }

    /** Class of an exception and where in the plugin's code it came from; its message may hold anything and is left out. */
    static String where(Throwable thrown, ClassLoader plugin) {
        return thrown.getClass().getName() + Arrays.stream(thrown.getStackTrace()).filter(e -> e.getClassLoaderName() != null && e.getClassLoaderName().equals(plugin.getName()))
                .limit(MOST_PLACES).map(e -> " at " + e.getClassName() + "." + e.getMethodName() + ":" + e.getLineNumber()).collect(Collectors.joining());
    }
}
