package dev.pledgedesk.kernel;

import java.time.Instant;

/** The only source of the present: every other class is given one, so that tests can move time. */
@FunctionalInterface
public interface DeskClock {

    /** Now, UTC, cut to microseconds because that is what the database keeps. */
    Instant now();
}
