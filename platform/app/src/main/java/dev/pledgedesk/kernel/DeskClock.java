package dev.pledgedesk.kernel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The only source of the present: every other class is given one, so that tests can move time. */
@FunctionalInterface
public interface DeskClock {

    /** Now, UTC, cut to microseconds because that is what the database keeps. */
    Instant now();

    /** When a clock on the wall of a zone next shows a time of day. */
    default Instant next(LocalTime time, ZoneId zone) {
        ZonedDateTime now = now().atZone(zone);
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
    }
}
