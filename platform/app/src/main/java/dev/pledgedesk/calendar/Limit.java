package dev.pledgedesk.calendar;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take on a calendar: minutes or hours of open time, or working days. A working day is a day with open time, however much that is: what begins at ten in the
 * morning and has one working day ends at ten on the next one, what begins when it is closed ends when the next working day ends.
 *
 * @param days     whether working days are counted; a day is 24 hours then
 * @param duration above zero
 */
public record Limit(boolean days, Duration duration) {

    /** Form of a limit in configurations: {@code 30m}, {@code 12h}, {@code 3d}; nothing and less than nothing are no limits. */
    public static final String FORM = "^[1-9][0-9]{0,3}[mhd]$";
    /** More than shares of days can be wrong by rounding. */
    static final Duration ROUNDING = Duration.ofMillis(20);
    private static final Pattern PARTS = Pattern.compile("([0-9]+)([mhd])");

    public Limit {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("no limit: " + duration);
        }
    }

    /** Reads a limit of a configuration. */
    public static Limit parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no limit: " + text);
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> new Limit(false, Duration.ofMinutes(amount));
            case "h" -> new Limit(false, Duration.ofHours(amount));
            default -> new Limit(true, Duration.ofDays(amount));
        };
    }

    /** ISO 8601, as the API says it: {@code P3D}, {@code PT12H}. */
    public String iso() {
        return days ? "P" + duration.toDays() + "D" : duration.toString();
    }

    /** Whether so much time is all of it. */
    public boolean isUsedUp(Duration elapsed) {
        return elapsed.plus(days ? ROUNDING : Duration.ZERO).compareTo(duration) >= 0;
    }

    /** A share of it, such as 80 per cent. */
    public Duration share(int percent) {
        return duration.multipliedBy(percent).dividedBy(100);
    }
}
