package dev.pledgedesk.plugin.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one plugin: a few, without a queue, so that a plugin which is slow or deaf fills its own and nobody else's. In a group of their own, by which
 * threads are found that the plugin has started itself.
 */
final class PluginThreads implements AutoCloseable {

    private static final int MOST = 16;
    /** As many that were told to stop and have not are more than bad luck. */
    private static final int DEAF_ENOUGH = MOST / 2;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadGroup group;
    private final ThreadPoolExecutor pool;
    private final Set<Thread> own = ConcurrentHashMap.newKeySet();
    /** Calls that were told to stop and perhaps go on. */
    private final Set<Call> told = ConcurrentHashMap.newKeySet();

    private static final class Call {

        private volatile boolean ended;
    }

    PluginThreads(String plugin) {
        group = new ThreadGroup("plugin " + plugin);
        pool = new ThreadPoolExecutor(0, MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), work -> thread(plugin, work));
    }

    private Thread thread(String plugin, Runnable work) {
        Thread[] made = new Thread[1];
        made[0] = new Thread(group, () -> {
            try {
                work.run();
            } finally {
                own.remove(made[0]);
            }
        }, "plugin " + plugin);
        made[0].setDaemon(true);
        // Not the application's: what the plugin finds by it must be its own.
        made[0].setContextClassLoader(ClassLoader.getPlatformClassLoader());
        own.add(made[0]);
        return made[0];
    }

    /**
     * Has something of the plugin done and waits for it.
     *
     * @param loader of the plugin's classes
     * @throws RejectedExecutionException if all threads are busy
     * @throws TimeoutException           if it takes too long; it was told to stop
     */
    <R> R call(ClassLoader loader, Duration budget, Callable<R> work) throws RejectedExecutionException, TimeoutException, java.util.concurrent.ExecutionException {
        Call call = new Call();
        Future<R> result = pool.submit(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            try {
                return work.call();
            } finally {
                Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                call.ended = true;
            }
        });
        try {
            return result.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            told.add(call);
            result.cancel(true);
            throw slow;
        } catch (InterruptedException stop) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a plugin was asked", stop);
        }
    }

    /** How many are busy. */
    int busy() {
        return pool.getActiveCount();
    }

    /** Whether so many were told to stop and go on that the plugin should not be called any more. */
    boolean isLost() {
        told.removeIf(call -> call.ended);
        return told.size() >= DEAF_ENOUGH;
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
