package dev.pledgedesk.launcher;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The deployed application as it can be asked from outside its class loader: by its management bean. */
final class RunningApplication {

    private static final Logger LOG = Logger.getLogger(RunningApplication.class.getName());
    private static final String NAME = "dev.pledgedesk:type=Node";
    /** With the drain time well below the half minute that supervisors usually grant. */
    private static final Duration FINISH_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** Keeps it from saying that it is ready, until {@link #takeWork}: requests that come before the server's filters are complete are not served as they should. */
    void holdBack() {
        tell("holdBack");
    }

    /** Lets it say that it is ready. */
    void takeWork() {
        tell("takeWork");
    }

    private void tell(String what) {
        try {
            beans.invoke(new ObjectName(NAME), what, null, null);
        } catch (InstanceNotFoundException notDeployed) {
            LOG.fine("No application runs.");
        } catch (JMException e) {
            LOG.warning("The application could not be told to " + what + ": " + OneLine.reason(e));
        }
    }

    /**
     * Tells it that the node is about to stop, and lets it go on serving for a while.
     *
     * @param drain how long
     */
    void stopTakingWork(Duration drain) {
        try {
            beans.invoke(new ObjectName(NAME), "stopTakingWork", null, null);
            LOG.info("Not ready any more; requests are served for " + drain.toSeconds() + " more seconds.");
            TimeUnit.MILLISECONDS.sleep(drain.toMillis());
        } catch (InstanceNotFoundException notDeployed) {
            LOG.fine("No application runs.");
        } catch (JMException e) {
            LOG.warning("The application could not be told that the node stops: " + OneLine.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until no request and no background work runs; gives up after {@link #FINISH_LIMIT}. */
    void awaitIdle() {
        long end = System.nanoTime() + FINISH_LIMIT.toNanos();
        int running = running();
        while (running > 0 && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            running = running();
        }
        if (running > 0) {
            LOG.warning(running + " requests or pieces of work did not end within " + FINISH_LIMIT.toSeconds() + " s and are broken off.");
        }
    }

    private int running() {
        try {
            return (Integer) beans.getAttribute(new ObjectName(NAME), "Running");
        } catch (JMException gone) {
            return 0;
        }
    }
}
