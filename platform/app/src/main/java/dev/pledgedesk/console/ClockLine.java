package dev.pledgedesk.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A promise on the page of a record.
 *
 * @param state       how it stands: {@code running}, {@code late}, {@code paused}, {@code kept}, {@code broken} or {@code cancelled}
 * @param left        how much is left, in words; empty unless it runs or stands still
 * @param dueAt       null if no end is in sight
 * @param explanation why it reads so
 * @param events      what happened to it, the first one first
 */
public record ClockLine(UUID id, String name, String state, String left, Instant dueAt, String explanation, List<Line> events, boolean keepable) {

    /** Something that happened. */
    public record Line(Instant at, String text) {
    }

    /** Whether something is still owed. */
    public boolean isOpen() {
        return state.equals("running") || state.equals("late") || state.equals("paused");
    }
}
