package dev.pledgedesk.database;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a started server running: whoever ended it, it comes back on the same port, at once the first time, later each time it fails again soon. It
 * never gives up, because what stopped it (no memory, no disk) may go away.
 */
final class Supervision implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Supervision.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** A server that ran so long after its start did not end because of the start. */
    private static final Duration STEADY = Duration.ofSeconds(1);
    private static final long STOP_MILLIS = 60_000;

    private final Cluster cluster;
    private final int port;
    private final Thread thread = new Thread(this::watch, "postgresql-supervision");
    private volatile boolean stopping;

    /**
     * Begins.
     *
     * @param cluster its server runs
     * @param port    on this port
     */
    Supervision(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        try {
            while (!stopping) {
                Instant since = Instant.now();
                int status = cluster.awaitEnd();
                if (stopping) {
                    return;
                }
                LOG.warning("PostgreSQL ended by itself with status " + status + ". It is started again.");
                if (since.plus(STEADY).isBefore(Instant.now())) {
                    pause = Duration.ZERO;
                }
                pause = restart(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until it runs; returns how long to wait before the next time. */
    private Duration restart(Duration firstPause) throws InterruptedException {
        Duration pause = firstPause;
        while (!stopping) {
            Thread.sleep(pause.toMillis());
            pause = longer(pause);
            try {
                cluster.start(port);
                LOG.warning("PostgreSQL runs again.");
                return pause;
            } catch (DatabaseFailure failed) {
                if (!stopping) {
                    LOG.log(Level.SEVERE, "PostgreSQL could not be started again, next try in " + pause.toMillis() + " ms: " + failed.getMessage());
                }
            }
        }
        return pause;
    }

    private static Duration longer(Duration pause) {
        if (pause.isZero()) {
            return FIRST_PAUSE;
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Lets go of the server; a start that is under way is given up. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
