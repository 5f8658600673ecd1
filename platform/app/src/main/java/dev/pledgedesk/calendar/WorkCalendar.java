package dev.pledgedesk.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Measures time that counts. A moment is open if the clock on the wall of the zone shows a time within the hours of the day: an hour that the wall skips never comes, one that it shows twice
 * counts twice. Immutable.
 */
public final class WorkCalendar {

    /** Longest that is looked ahead for open time. */
    static final Duration HORIZON = Duration.ofDays(3_660);

    private static final long DAY_SECONDS = 86_400;
    private static final int MINUTE = 60;
    private static final Duration DAY = Duration.ofDays(1);

    private final ZoneRules rules;
    private final Function<LocalDate, List<Hours>> hours;

    /**
     * Makes a calendar.
     *
     * @param hours the hours of a day, ascending and apart; none when it is closed
     */
    public WorkCalendar(ZoneId zone, Function<LocalDate, List<Hours>> hours) {
        this.rules = zone.getRules();
        this.hours = hours;
    }

    /** Takes open stretches of time, ascending; {@code day} is how much of its day is open by the clock on the wall. */
    private interface Visitor {

        /** False to see no more. */
        boolean visit(Instant from, Instant to, Duration day);
    }

    /** Whether a moment counts. */
    public boolean isOpen(Instant moment) {
        LocalDateTime wall = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, rules.getOffset(moment));
        int minute = wall.toLocalTime().toSecondOfDay() / MINUTE;
        return hours.apply(wall.toLocalDate()).stream().anyMatch(h -> h.from() <= minute && minute < h.to());
    }

    /** The open stretches of a time, ascending and apart. */
    public List<Interval> open(Instant from, Instant to) {
        List<Interval> open = new ArrayList<>();
        walk(from, to, (begin, end, day) -> {
            Interval last = open.isEmpty() ? null : open.get(open.size() - 1);
            if (last != null && last.to().equals(begin)) {
                open.set(open.size() - 1, new Interval(last.from(), end));
            } else {
                open.add(new Interval(begin, end));
            }
            return true;
        });
        return open;
    }

    /**
     * How much of a time counts; nothing if it ends before it begins.
     *
     * @param days in working days of 24 hours each, or as the time that is open
     */
    public Duration between(Instant from, Instant to, boolean days) {
        Duration[] sum = {Duration.ZERO};
        walk(from, to, (begin, end, day) -> {
            sum[0] = sum[0].plus(measure(Duration.between(begin, end), day, days));
            return true;
        });
        return sum[0];
    }

    /** The earliest moment by which so much time has counted since another one; fails if there is none within ten years. */
    public Instant after(Instant from, Duration duration, boolean days) {
        if (duration.isZero() || duration.isNegative()) {
            return from;
        }
        Duration[] left = {duration};
        Instant[] found = {null};
        walk(from, from.plus(HORIZON), (begin, end, day) -> {
            Duration here = measure(Duration.between(begin, end), day, days);
            // Shares of days are rounded; what is missing of the last one by that is not.
            if (here.plus(days ? Limit.ROUNDING : Duration.ZERO).compareTo(left[0]) < 0) {
                left[0] = left[0].minus(here);
                return true;
            }
            Instant reached = begin.plus(days ? scaled(left[0], day, DAY) : left[0]);
            found[0] = reached.isAfter(end) ? end : reached;
            return false;
        });
        if (found[0] == null) {
            throw new IllegalStateException("no working time within " + HORIZON.toDays() + " days after " + from);
        }
        return found[0];
    }

    private static Duration measure(Duration open, Duration day, boolean days) {
        return days ? scaled(open, DAY, day) : open;
    }

    /** {@code part * to / from}, to the millisecond. */
    private static Duration scaled(Duration part, Duration to, Duration from) {
        return Duration.ofMillis(Math.round((double) part.toMillis() * to.toMillis() / from.toMillis()));
    }

    /** Walks through stretches with one offset, and in each through the days that the wall shows. */
    private void walk(Instant from, Instant to, Visitor visitor) {
        Instant at = from;
        while (at.isBefore(to)) {
            ZoneOffset offset = rules.getOffset(at);
            ZoneOffsetTransition next = rules.nextTransition(at);
            Instant stretchEnd = next == null || next.getInstant().isAfter(to) ? to : next.getInstant();
            LocalDate date = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, offset).toLocalDate();
            while (at.isBefore(stretchEnd)) {
                Instant midnight = Instant.ofEpochSecond(date.toEpochDay() * DAY_SECONDS - offset.getTotalSeconds());
                if (!day(hours.apply(date), midnight, at, stretchEnd, visitor)) {
                    return;
                }
                Instant tomorrow = midnight.plusSeconds(DAY_SECONDS);
                at = tomorrow.isBefore(stretchEnd) ? tomorrow : stretchEnd;
                date = date.plusDays(1);
            }
        }
    }

    private static boolean day(List<Hours> hours, Instant midnight, Instant from, Instant to, Visitor visitor) {
        Duration open = Duration.ofMinutes(hours.stream().mapToInt(h -> h.to() - h.from()).sum());
        for (Hours h : hours) {
            Instant begin = midnight.plusSeconds((long) h.from() * MINUTE);
            Instant end = midnight.plusSeconds((long) h.to() * MINUTE);
            Instant clippedBegin = begin.isBefore(from) ? from : begin;
            Instant clippedEnd = end.isAfter(to) ? to : end;
            if (clippedBegin.isBefore(clippedEnd) && !visitor.visit(clippedBegin, clippedEnd, open)) {
                return false;
            }
        }
        return true;
    }
}
