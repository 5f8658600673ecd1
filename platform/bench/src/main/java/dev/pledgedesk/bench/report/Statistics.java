package dev.pledgedesk.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** The few statistics that are used. */
public final class Statistics {

    private Statistics() {
    }

    /** The middle value, the mean of the two middle ones of an even number. Not defined for none. */
    public static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no median of nothing");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that at least this share of all values does not exceed.
     *
     * @param ascending sorted values
     * @param share     such as 0.95
     */
    public static long percentile(long[] ascending, double share) {
        if (ascending.length == 0) {
            throw new IllegalArgumentException("no percentile of nothing");
        }
        int rank = (int) Math.ceil(share * ascending.length);
        return ascending[Math.max(1, rank) - 1];
    }

    /** All values in one ascending array. */
    public static long[] merged(Collection<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
