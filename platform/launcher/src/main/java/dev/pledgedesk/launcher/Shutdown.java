package dev.pledgedesk.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops what was started, the last first, whatever ends the process: Ctrl-C, SIGTERM, a failure, a normal end. Registered before the
 * first child process starts, so that none is ever left behind.
 */
final class Shutdown {

    private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());
    private static final long START_LIMIT_SECONDS = 30;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Thread starter;
    private CountDownLatch settled = new CountDownLatch(0);

    /** Registers itself with the JVM. */
    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "pledgedesk-shutdown"));
    }

    /** Something that can be started and must be stopped. */
    interface Start<T extends AutoCloseable> {

        /** Starts it. */
        T start() throws Exception;
    }

    /** Starts something; should the process be told to end meanwhile, the start is interrupted and what came of it is stopped. */
    <T extends AutoCloseable> T start(Start<T> start) throws Exception {
        var done = new CountDownLatch(1);
        synchronized (this) {
            starter = Thread.currentThread();
            settled = done;
        }
        try {
            T started = start.start();
            add(started);
            return started;
        } finally {
            synchronized (this) {
                starter = null;
            }
            done.countDown();
        }
    }

    /** Will be closed before all that was added earlier. */
    synchronized void add(AutoCloseable something) {
        running.push(something);
    }

    private void stopAll() {
        awaitStarter();
        while (true) {
            AutoCloseable next;
            synchronized (this) {
                next = running.poll();
            }
            if (next == null) {
                return;
            }
            try {
                next.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Could not be stopped cleanly: " + OneLine.reason(e), e);
            }
        }
    }

    private void awaitStarter() {
        CountDownLatch waitFor;
        synchronized (this) {
            if (starter != null) {
                starter.interrupt();
            }
            waitFor = settled;
        }
        try {
            if (!waitFor.await(START_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("A start did not end when the process was told to stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
