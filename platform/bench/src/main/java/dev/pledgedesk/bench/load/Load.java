package dev.pledgedesk.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs clients side by side: each begins its next piece when its last one is answered, until all pieces are done or the time is over. */
public final class Load implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param count     pieces done
     * @param wallNanos from the first beginning to the last end
     * @param latencies nanoseconds, ascending
     */
    public record Outcome(int count, long wallNanos, long[] latencies) {

        /** Pieces a second. */
        public double perSecond() {
            return count * 1e9 / wallNanos;
        }
    }

    private static final long PATIENCE_MILLIS = 200;

    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads;

    /** Opens that many clients of one kind of work. */
    public Load(Work work, int count) throws Exception {
        for (int number = 0; number < count; number++) {
            clients.add(work.client(number));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /**
     * Runs.
     *
     * @param pieces how many in all
     * @param limit  after that no new piece is begun
     * @throws Exception the first failure of a client
     */
    public Outcome run(int pieces, Duration limit) throws Exception {
        return run(pieces, limit, false);
    }

    /** As {@link #run(int, Duration)}, for a server that may be cold: a piece it is too busy for is left out, and the client waits a moment. */
    public Outcome warmUp(int pieces, Duration limit) throws Exception {
        return run(pieces, limit, true);
    }

    private Outcome run(int pieces, Duration limit, boolean patient) throws Exception {
        var remaining = new AtomicInteger(pieces);
        var start = new CountDownLatch(1);
        var hands = new ArrayList<Future<long[]>>();
        long[] begin = new long[1];
        for (Client client : clients) {
            hands.add(threads.submit(hand(client, remaining, start, begin, limit, patient)));
        }
        begin[0] = System.nanoTime();
        start.countDown();
        var all = new ArrayList<long[]>();
        Exception failure = null;
        for (Future<long[]> hand : hands) {
            try {
                all.add(hand.get());
            } catch (ExecutionException e) {
                remaining.set(0);
                failure = failure == null && e.getCause() instanceof Exception cause ? cause : failure;
            }
        }
        long wall = System.nanoTime() - begin[0];
        if (failure != null) {
            throw failure;
        }
        long[] latencies = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Outcome(latencies.length, wall, latencies);
    }

    private static Callable<long[]> hand(Client client, AtomicInteger remaining, CountDownLatch start, long[] begin, Duration limit, boolean patient) {
        return () -> {
            start.await();
            long end = begin[0] + limit.toNanos();
            long[] latencies = new long[1024];
            int count = 0;
            long before = System.nanoTime();
            while (before < end && remaining.getAndDecrement() > 0) {
                try {
                    client.once();
                } catch (Busy busy) {
                    if (!patient) {
                        throw busy;
                    }
                    TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
                    before = System.nanoTime();
                    continue;
                }
                long after = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = after - before;
                before = after;
            }
            return Arrays.copyOf(latencies, count);
        };
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdown();
        for (Client client : clients) {
            client.close();
        }
    }
}
