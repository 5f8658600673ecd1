package dev.pledgedesk.rest;

import dev.pledgedesk.kernel.Estimate;

/** What was measured, as the API tells it: with one decimal, and bounds where there are any. */
public final class Estimates {

    private static final double WHOLE = 100;

    private Estimates() {
    }

    /** Null for null. */
    public static dev.pledgedesk.api.model.Estimate of(Estimate e) {
        return e == null ? null : new dev.pledgedesk.api.model.Estimate().value(Estimate.rounded(e.mean())).low(Estimate.rounded(e.low())).high(Estimate.rounded(e.high())).count(e.count());
    }

    /** On a scale with two ends; null for null. */
    public static dev.pledgedesk.api.model.Estimate on(double least, double most, Estimate e) {
        return e == null ? null : of(e).low(Estimate.rounded(e.lowFrom(least))).high(Estimate.rounded(e.highTo(most)));
    }

    /** Of something that is per cent; null for null. */
    public static dev.pledgedesk.api.model.Estimate percent(Estimate e) {
        return on(0, WHOLE, e);
    }
}
