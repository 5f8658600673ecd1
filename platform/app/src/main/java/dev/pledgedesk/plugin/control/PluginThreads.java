package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.BadAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads of one plugin: a few, without a queue, so that a plugin which is slow or deaf fills its own and nobody else's. In a group of their own, by which
 * threads are found that the plugin has started itself.
 */
final class PluginThreads implements AutoCloseable {

    private static final int MOST = 16;
    /** What share of a call's time is waited for its beginning, when others have all places. */
    private static final int SHARE_WAITED = 10;
    /** As many that were told to stop long ago and have not are more than bad luck. */
    private static final int DEAF_ENOUGH = MOST / 2;
    /** A call to another server ends in this time even if it does not hear that it is to stop. */
    private static final Duration DEAF_AFTER = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** What became of something of the plugin's that has thrown; made on its thread, so that none of its code runs on another. */
    static final class Threw extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean badAnswer;
        private final transient Throwable cause;

        private Threw(String what, boolean badAnswer, Throwable cause) {
            super(what, null, false, false);
            this.badAnswer = badAnswer;
            this.cause = cause;
        }

        /** Whether the answer, and not the plugin itself, was at fault. */
        boolean isBadAnswer() {
            return badAnswer;
        }

        /** What was thrown; nothing of it may be called outside of the plugin's threads. */
        Throwable thrown() {
            return cause;
        }
    }

    private final ThreadGroup group;
    /** Has threads in reserve, since one that has just ended a call is not free yet when the next begins; how many are called at once, the room says. */
    private final ThreadPoolExecutor pool;
    private final Semaphore room = new Semaphore(MOST, true);
    private final Set<Thread> own = ConcurrentHashMap.newKeySet();
    /** Calls that were told to stop and perhaps go on. */
    private final Set<Call> told = ConcurrentHashMap.newKeySet();

    private static final class Call {

        private final AtomicBoolean ended = new AtomicBoolean();
        private final Runnable whenEnded;
        private volatile boolean running;
        private volatile long toldAt;

        private Call(Runnable whenEnded) {
            this.whenEnded = whenEnded;
        }

        /** Gives back what it has held; twice is as good as once. */
        private void end() {
            if (ended.compareAndSet(false, true)) {
                whenEnded.run();
            }
        }
    }

    PluginThreads(String plugin) {
        group = new ThreadGroup("plugin " + plugin);
        pool = new ThreadPoolExecutor(0, 2 * MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), work -> thread(plugin, work));
    }

    private Thread thread(String plugin, Runnable work) {
        Thread[] made = new Thread[1];
        // Without what the thread that asks carries with it.
        made[0] = new Thread(group, () -> {
            try {
                work.run();
            } finally {
                own.remove(made[0]);
            }
        }, "plugin " + plugin, 0, false);
        made[0].setDaemon(true);
        made[0].setContextClassLoader(ClassLoader.getPlatformClassLoader());
        own.add(made[0]);
        return made[0];
    }

    /**
     * Has something of the plugin done and waits for it.
     *
     * @param loader of the plugin's classes
     * @param ended  run when it has come to its end, however long that takes, or will never begin; not if it is refused
     * @throws RejectedExecutionException if as many as are called at once are busy, and stay so for a tenth of the budget
     * @throws TimeoutException           if it takes too long; it was told to stop
     * @throws Threw                      if it has thrown
     */
    <R> R call(ClassLoader loader, Duration budget, Callable<R> work, Runnable ended) throws TimeoutException, Threw {
        if (!waited(room, budget)) {
            throw new RejectedExecutionException("all are busy");
        }
        Call call = new Call(() -> {
            room.release();
            ended.run();
        });
        Future<R> result;
        try {
            result = pool.submit(() -> {
                call.running = true;
                Thread.currentThread().setContextClassLoader(loader);
                try {
                    return work.call();
                } catch (Throwable thrown) {
                    throw threw(thrown, loader);
                } finally {
                    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    call.running = false;
                    call.end();
                }
            });
        } catch (RejectedExecutionException full) {
            room.release();
            throw full;
        }
        try {
            return result.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Threw threw ? threw : new Threw(failed.getCause().getClass().getName(), false, failed.getCause());
        } catch (TimeoutException slow) {
            stop(call, result);
            throw slow;
        } catch (InterruptedException stop) {
            stop(call, result);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a plugin was asked", stop);
        }
    }

    /** Waits a little for a place among those who are called at once: calls are short, and somebody who comes with many others need not go without. */
    static boolean waited(Semaphore places, Duration budget) {
        try {
            return places.tryAcquire(budget.toNanos() / SHARE_WAITED, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a plugin was waited for", stop);
        }
    }

    private void stop(Call call, Future<?> result) {
        call.toldAt = System.nanoTime();
        told.add(call);
        result.cancel(true);
        if (!call.running) {
            // Over already, or it never begins.
            call.end();
        }
    }

    private static Threw threw(Throwable thrown, ClassLoader loader) {
        if (thrown instanceof BadAnswer bad) {
            return new Threw(bad.getMessage(), true, bad);
        }
        String where;
        try {
            where = FailureBook.where(thrown, loader);
        } catch (Throwable again) {
            where = thrown.getClass().getName();
        }
        return new Threw(where, false, thrown);
    }

    /** How many are busy. */
    int busy() {
        return pool.getActiveCount();
    }

    /** Whether so many were told to stop long ago and go on that the plugin should not be called. */
    boolean isLost() {
        told.removeIf(call -> !call.running);
        long now = System.nanoTime();
        return told.stream().filter(call -> now - call.toldAt > DEAF_AFTER.toNanos()).count() >= DEAF_ENOUGH;
    }

    /** Begins to count anew. */
    void forgive() {
        told.clear();
    }

    /** Threads that the plugin has started itself, by name. */
    List<String> leaked() {
        Thread[] there = new Thread[group.activeCount() + MOST];
        int count = group.enumerate(there, true);
        List<String> leaked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!own.contains(there[i])) {
                leaked.add(there[i].getName());
            }
        }
        return leaked;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
