package dev.pledgedesk.launcher;

import dev.pledgedesk.database.DatabaseFailure;
import dev.pledgedesk.database.EmbeddedDatabase;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the embedded PostgreSQL again when it died: killed, or stopped by a disk that was full. Looks every half second, tries again for ever. */
final class DatabaseKeeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatabaseKeeper.class.getName());
    private static final long LOOK_MILLIS = 500;
    private static final long RETRY_MILLIS = 2_000;
    private static final long END_SECONDS = 30;

    private final EmbeddedDatabase database;
    private final Thread thread = new Thread(this::keep, "database-keeper");
    private volatile boolean closed;

    private DatabaseKeeper(EmbeddedDatabase database) {
        this.database = database;
    }

    /**
     * Begins to look.
     *
     * @param database a server that this process has started
     * @return to be closed before the server is stopped
     */
    static DatabaseKeeper of(EmbeddedDatabase database) {
        var keeper = new DatabaseKeeper(database);
        keeper.thread.setDaemon(true);
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(database.isRunning() || revived() ? LOOK_MILLIS : RETRY_MILLIS);
            } catch (InterruptedException end) {
                return;
            } catch (RuntimeException unreadable) {
                LOG.log(Level.WARNING, "The database cannot be looked at: " + OneLine.reason(unreadable), unreadable);
            }
        }
    }

    private boolean revived() {
        try {
            LOG.warning("PostgreSQL has ended without being asked to; it is started again.");
            database.revive();
            LOG.info("PostgreSQL runs again.");
            return true;
        } catch (DatabaseFailure notNow) {
            LOG.log(Level.WARNING, OneLine.reason(notNow));
            return false;
        }
    }

    /** Looks no more; a start that is under way ends first. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    }
}
