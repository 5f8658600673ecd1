package dev.pledgedesk.bench.report;

import java.util.Locale;

/**
 * A bound that a figure should keep.
 *
 * @param atMost  whether it is the upper one
 * @param bound   inclusive
 * @param ofRatio whether the ratio to the control is meant, not the value
 */
public record Aim(boolean atMost, double bound, boolean ofRatio) {

    /** The value should not be above. */
    public static Aim atMost(double bound) {
        return new Aim(true, bound, false);
    }

    /** The value should not be below. */
    public static Aim atLeast(double bound) {
        return new Aim(false, bound, false);
    }

    /** The ratio should not be above. */
    public static Aim ratioAtMost(double bound) {
        return new Aim(true, bound, true);
    }

    /** The ratio should not be below. */
    public static Aim ratioAtLeast(double bound) {
        return new Aim(false, bound, true);
    }

    /** Whether it is kept; a ratio that is not there keeps nothing. */
    public boolean holds(double value, Double ratio) {
        if (ofRatio && ratio == null) {
            return false;
        }
        double figure = ofRatio ? ratio : value;
        return atMost ? figure <= bound : figure >= bound;
    }

    /** Such as {@code <= 1.9} or {@code ratio >= 0.25}. */
    @Override
    public String toString() {
        String number = String.format(Locale.ROOT, "%.3f", bound).replaceAll("\\.?0+$", "");
        return (ofRatio ? "ratio " : "") + (atMost ? "<= " : ">= ") + number;
    }
}
