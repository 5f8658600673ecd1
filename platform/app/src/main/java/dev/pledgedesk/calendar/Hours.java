package dev.pledgedesk.calendar;

/**
 * Opening hours of a day, half-open.
 *
 * @param from minutes since midnight by the clock on the wall
 * @param to   likewise, 1440 being the end of the day; later than {@code from}
 */
public record Hours(int from, int to) implements Comparable<Hours> {

    /** Minutes of a day by the clock on the wall. */
    public static final int DAY = 24 * 60;
    private static final int HOUR = 60;
    private static final int COLON = 2;

    public Hours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("no hours: " + from + " to " + to);
        }
    }

    /** Reads such as {@code 09:00-17:30} or {@code 18:00-24:00}; fails if that is none, or ends before it begins. */
    public static Hours parse(String text) {
        int dash = text.indexOf('-');
        return new Hours(minutes(text.substring(0, dash)), minutes(text.substring(dash + 1)));
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, COLON)) * HOUR + Integer.parseInt(time.substring(COLON + 1));
    }

    /** Whether both have a minute in common. */
    public boolean overlaps(Hours other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(Hours other) {
        return Integer.compare(from, other.from);
    }
}
