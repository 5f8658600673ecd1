package dev.pledgedesk.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, half-open: {@code from} belongs to it, {@code to} does not. */
public record Interval(Instant from, Instant to) {

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
