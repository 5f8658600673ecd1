package dev.pledgedesk.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What was measured on some of many, with how far it can be trusted.
 *
 * @param mean    the value itself
 * @param error   its standard error
 * @param freedom degrees of freedom of that; 0 if nothing is known of it, as of a single measurement
 * @param count   on how many it was measured
 * @param shift   by how much the middle of its bounds is beside the value, as that of a share is towards the half
 */
public record Estimate(double mean, double error, double freedom, int count, double shift) {

    /** Degrees of freedom of an error that is not estimated from the values: so many that the distribution is the normal one. */
    private static final double CERTAIN = 1e6;
    private static final double UPPER = 0.975;

    /** The mean of some values; one alone, or some that happen to be equal, have no error that is known. */
    public static Estimate of(Collection<? extends Number> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(Number::doubleValue).average().orElseThrow();
        double squares = values.stream().mapToDouble(v -> (v.doubleValue() - mean) * (v.doubleValue() - mean)).sum();
        return new Estimate(mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n), squares == 0 ? 0 : n - 1, n, 0);
    }

    /** The mean of some values on a scale with two ends; its bounds are as wide as if there were one more in the middle, so that few who agree are not certain. */
    public static Estimate onScale(double low, double high, Collection<? extends Number> values) {
        List<Double> one = new ArrayList<>(values.stream().map(Number::doubleValue).toList());
        double mean = one.stream().mapToDouble(v -> v).average().orElseThrow();
        one.add((low + high) / 2);
        Estimate wider = of(one);
        return new Estimate(mean, wider.error, values.size() < 2 ? 0 : wider.freedom, values.size(), 0);
    }

    /** The mean of all there are: it has no error. */
    public static Estimate ofAll(Collection<? extends Number> values) {
        return new Estimate(values.stream().mapToDouble(Number::doubleValue).average().orElseThrow(), 0, CERTAIN, values.size(), 0);
    }

    /** Some of a whole, in per cent; the bounds allow for few and for none (Agresti and Caffo: as if there were one more of each). */
    public static Estimate share(long part, long whole) {
        double near = (part + 1.0) / (whole + 2.0);
        double value = 100.0 * part / whole;
        return new Estimate(value, 100 * Math.sqrt(near * (1 - near) / (whole + 2)), CERTAIN, (int) whole, 100 * near - value);
    }

    /** How often something came about that does by chance (Poisson); one more is allowed for, so that none at all is not certain. */
    public static Estimate events(long count) {
        return new Estimate(count, Math.sqrt(count + 1.0), CERTAIN, (int) count, 0);
    }

    /** What this is more than another one (Welch); measured on as many as the smaller one. */
    public Estimate minus(Estimate other) {
        return sum(new double[] {1, -1}, this, other);
    }

    /** Sum of several, each times a factor, with the error of that (Satterthwaite); measured on as many as the smallest. */
    public static Estimate sum(double[] factors, Estimate... all) {
        double mean = 0;
        double shift = 0;
        double variance = 0;
        double uncertain = 0;
        double least = CERTAIN;
        int count = Integer.MAX_VALUE;
        for (int i = 0; i < all.length; i++) {
            double part = Math.pow(factors[i] * all[i].error, 2);
            mean += factors[i] * all[i].mean;
            shift += factors[i] * all[i].shift;
            variance += part;
            uncertain += all[i].freedom <= 0 ? 0 : part * part / all[i].freedom;
            least = Math.min(least, all[i].freedom);
            count = Math.min(count, all[i].count);
        }
        return new Estimate(mean, Math.sqrt(variance), least <= 0 ? 0 : uncertain == 0 ? CERTAIN : Math.min(CERTAIN, variance * variance / uncertain), count, shift);
    }

    /** Whether anything is known of its error. */
    public boolean bounded() {
        return freedom > 0;
    }

    /** Lower bound of what it is with 95 per cent confidence; null if nothing is known of that. */
    public Double low() {
        return bounded() ? mean + shift - reach() : null;
    }

    /** Upper bound. */
    public Double high() {
        return bounded() ? mean + shift + reach() : null;
    }

    /** The lower bound on a scale that begins somewhere. */
    public Double lowFrom(double least) {
        return bounded() ? Math.max(least, low()) : null;
    }

    /** The upper bound on a scale that ends somewhere. */
    public Double highTo(double most) {
        return bounded() ? Math.min(most, high()) : null;
    }

    /** Whether it is above zero, by its bounds. */
    public boolean above() {
        return bounded() && low() > 0;
    }

    /** Whether it is below zero. */
    public boolean below() {
        return bounded() && high() < 0;
    }

    private double reach() {
        return error == 0 ? 0 : TDistribution.of(freedom).inverseCumulativeProbability(UPPER) * error;
    }

    /** A number as it is shown and told: one decimal, rounded half up; null for null. */
    public static BigDecimal rounded(Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
