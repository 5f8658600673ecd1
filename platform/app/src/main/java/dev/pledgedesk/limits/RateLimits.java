package dev.pledgedesk.limits;

import dev.pledgedesk.kernel.DeskClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what is asked for, in windows that slide: of the window before counts the share that the present one has not covered yet, so that nobody gets
 * twice his quota around a boundary. Nodes add up about once a second, so a burst over several nodes may pass by what one second brings.
 */
@ApplicationScoped
public class RateLimits {

    /** Most counters on one node; beyond it, those of past windows are dropped first. */
    private static final int MAX_COUNTERS = 200_000;

    /**
     * Whose requests are counted by which policy.
     *
     * @param tenant  null for the operator
     * @param subject the caller, the tenant or a hash of an address
     */
    public record Counted(UUID tenant, UUID subject, Policy policy) {
    }

    /**
     * What was found.
     *
     * @param tightest what is closest to its end
     * @param left     requests left of it, 0 if it is used up
     * @param reset    seconds until all of it is there again
     * @param refused  whether the request must not be done
     */
    public record Verdict(Policy tightest, long left, long reset, boolean refused) {
    }

    /**
     * One window of one counter.
     *
     * @param start first second of the window, from the epoch
     */
    public record Window(UUID tenant, UUID subject, String policy, long start) {
    }

    /** Counts of a window: what this node has not told yet, and what all nodes have told. */
    private static final class Counter {

        private long fresh;
        private long told;
        private final long end;

        private Counter(long end) {
            this.end = end;
        }

        private synchronized long used() {
            return fresh + told;
        }

        private synchronized void add() {
            fresh++;
        }

        private synchronized long take() {
            long taken = fresh;
            told += taken;
            fresh = 0;
            return taken;
        }

        private synchronized void learn(long total) {
            told = total;
        }
    }

    private final Map<Window, Counter> counters = new ConcurrentHashMap<>();

    @Inject
    DeskClock clock;

    /** Counts a request by all that holds for it; one that is refused by any counts for none. */
    public Verdict take(List<Counted> all) {
        Instant now = clock.now();
        List<Counter> present = new ArrayList<>(all.size());
        Verdict tightest = null;
        for (Counted one : all) {
            long length = one.policy().window().toSeconds();
            long start = Math.floorDiv(now.getEpochSecond(), length) * length;
            Counter counter = counter(one, start, length);
            present.add(counter);
            long before = used(one, start - length);
            double passed = (now.toEpochMilli() - start * 1000) / (length * 1000.0);
            long used = counter.used() + (long) (before * (1 - passed));
            long left = Math.max(0, one.policy().quota() - used);
            if (tightest == null || left == 0 || left * tightest.tightest().quota() < tightest.left() * one.policy().quota()) {
                tightest = new Verdict(one.policy(), left, Math.max(1, start + length - now.getEpochSecond()), left == 0);
            }
            if (left == 0) {
                return tightest;
            }
        }
        present.forEach(Counter::add);
        return tightest;
    }

    private Counter counter(Counted one, long start, long length) {
        if (counters.size() > MAX_COUNTERS) {
            forget();
        }
        return counters.computeIfAbsent(new Window(one.tenant(), one.subject(), one.policy().name(), start), w -> new Counter(start + 2 * length));
    }

    private long used(Counted one, long start) {
        Counter counter = counters.get(new Window(one.tenant(), one.subject(), one.policy().name(), start));
        return counter == null ? 0 : counter.used();
    }

    /** What this node has counted since it was asked last; the caller tells the others. */
    public Map<Window, Long> takeFresh() {
        forget();
        Map<Window, Long> fresh = new java.util.HashMap<>();
        counters.forEach((window, counter) -> {
            long taken = counter.take();
            if (taken > 0) {
                fresh.put(window, taken);
            }
        });
        return fresh;
    }

    /** All nodes together have counted so much in a window. */
    public void learn(Window window, long total) {
        Counter counter = counters.get(window);
        if (counter != null) {
            counter.learn(total);
        }
    }

    private void forget() {
        long now = clock.now().getEpochSecond();
        counters.values().removeIf(counter -> counter.end <= now);
    }
}
