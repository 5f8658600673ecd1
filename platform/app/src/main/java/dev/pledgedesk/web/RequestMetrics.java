package dev.pledgedesk.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests each operation has had, how they ended and how long they took; since this node was started. */
@ApplicationScoped
public class RequestMetrics {

    /** Upper bounds of the duration's classes, in seconds; what takes longer is counted in the total alone. */
    static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final long NANOS = 1_000_000_000L;
    private static final int MOST_SERIES = 2000;

    /** One operation and one class of status. */
    record Key(String operation, int statusClass) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byName = operation.compareTo(other.operation);
            return byName != 0 ? byName : Integer.compare(statusClass, other.statusClass);
        }
    }

    /** Counts of one key. */
    static final class Series {

        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder[] classes = new LongAdder[BOUNDS.length];

        private Series() {
            for (int i = 0; i < classes.length; i++) {
                classes[i] = new LongAdder();
            }
        }

        long count() {
            return count.sum();
        }

        double seconds() {
            return (double) nanos.sum() / NANOS;
        }

        /** How many took at most the bound. */
        long atMost(int bound) {
            long sum = 0;
            for (int i = 0; i <= bound; i++) {
                sum += classes[i].sum();
            }
            return sum;
        }
    }

    private final Map<Key, Series> series = new ConcurrentHashMap<>();

    /** Counts a request that has been answered. */
    public void count(String operation, int status, Duration took) {
        Key key = new Key(operation, status / 100);
        Series counted = series.get(key);
        if (counted == null) {
            if (series.size() >= MOST_SERIES) {
                return;
            }
            counted = series.computeIfAbsent(key, k -> new Series());
        }
        long nanos = Math.max(0, took.toNanos());
        counted.count.increment();
        counted.nanos.add(nanos);
        for (int i = 0; i < BOUNDS.length; i++) {
            if (nanos <= BOUNDS[i] * NANOS) {
                counted.classes[i].increment();
                return;
            }
        }
    }

    /** Everything counted so far, by name. */
    Map<Key, Series> all() {
        return new TreeMap<>(series);
    }
}
