package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Estimate;

/** What was measured as pages show it: with its bounds where there are any. */
public final class Bounds {

    private static final String NOTHING = "–";
    private static final double WHOLE = 100;

    private Bounds() {
    }

    /** On a scale with two ends, such as {@code 3.5 (2.1–4.9)}; a dash for null. */
    public static String on(double least, double most, Estimate e) {
        return e == null ? NOTHING : of(e, e.lowFrom(least), e.highTo(most));
    }

    /** The same of something that is per cent. */
    public static String percent(Estimate e) {
        return on(0, WHOLE, e);
    }

    /** The same of something that is counted. */
    public static String count(Estimate e) {
        return on(0, Double.MAX_VALUE, e);
    }

    private static String of(Estimate e, Double low, Double high) {
        return Estimate.rounded(e.mean()) + (e.bounded() && e.error() > 0 ? " (" + Estimate.rounded(low) + "–" + Estimate.rounded(high) + ")" : "");
    }

    /** A difference, such as {@code +3.2 (−1.0 … +7.4)}; a dash for null. */
    public static String change(Estimate e) {
        return e == null ? NOTHING : signed(e.mean()) + (e.bounded() && e.error() > 0 ? " (" + signed(e.low()) + " … " + signed(e.high()) + ")" : "");
    }

    private static String signed(double value) {
        String text = Estimate.rounded(Math.abs(value)).toString();
        return text.equals("0.0") ? text : (value < 0 ? "−" : "+") + text;
    }
}
