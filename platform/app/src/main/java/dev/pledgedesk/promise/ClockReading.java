package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.Interval;
import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clock says at a moment, made of the list of what happened to it and of nothing else.
 *
 * @param ran       when it ran, ascending, half-open; the last one goes up to the moment if it still runs
 * @param elapsed   how much of that counts on its calendar
 * @param remaining how much is left, below zero when broken; null for a promise with a named time
 * @param dueAt     when its time is over if nothing stops it, or when it was; null while it stands still unbroken, and for one that ended in time
 * @param brokenAt  when its time was over before it ended; null if it was not, or not yet
 */
public record ClockReading(ClockState state, List<Interval> ran, Duration elapsed, Duration remaining, Instant dueAt, Instant brokenAt) {

    /**
     * Reads a clock.
     *
     * @param events in the order in which they took effect; the first one activates
     * @param limit  null for a promise with a named time
     * @param named  that time; null otherwise
     * @param now    not before the last event
     */
    public static ClockReading of(List<ClockEvent> events, WorkCalendar calendar, Limit limit, Instant named, Instant now) {
        ClockState state = ClockState.PAUSED;
        Instant since = null;
        List<Interval> ran = new ArrayList<>();
        for (ClockEvent event : events) {
            ClockState next = after(state, event.kind());
            if (state == ClockState.RUNNING && next != ClockState.RUNNING) {
                ran.add(new Interval(since, event.at()));
            } else if (state != ClockState.RUNNING && next == ClockState.RUNNING) {
                since = event.at();
            }
            state = next;
        }
        if (state == ClockState.RUNNING) {
            ran.add(new Interval(since, now.isBefore(since) ? since : now));
        }
        return limit == null ? named(state, ran, calendar, named) : limited(state, ran, calendar, limit);
    }

    /** The state of a clock after something happened to it. */
    public static ClockState after(ClockState state, ClockEvent.Kind kind) {
        return switch (kind) {
            case ACTIVATE, RESUME -> ClockState.RUNNING;
            case PAUSE -> ClockState.PAUSED;
            case FULFIL -> ClockState.FULFILLED;
            case CANCEL -> ClockState.CANCELLED;
            case BREACH, WARN, ESCALATE -> state;
        };
    }

    private static ClockReading named(ClockState state, List<Interval> ran, WorkCalendar calendar, Instant named) {
        Duration elapsed = ran.stream().map(i -> calendar.between(i.from(), i.to(), false)).reduce(Duration.ZERO, Duration::plus);
        Instant end = ran.get(ran.size() - 1).to();
        boolean broken = state != ClockState.PAUSED && end.isAfter(named);
        return new ClockReading(state, List.copyOf(ran), elapsed, null, state.isOpen() || broken ? named : null, broken ? named : null);
    }

    private static ClockReading limited(ClockState state, List<Interval> ran, WorkCalendar calendar, Limit limit) {
        Duration elapsed = Duration.ZERO;
        Instant reached = null;
        for (Interval interval : ran) {
            Duration before = elapsed;
            elapsed = elapsed.plus(calendar.between(interval.from(), interval.to(), limit.days()));
            if (reached == null && limit.isUsedUp(elapsed)) {
                reached = calendar.after(interval.from(), limit.duration().minus(before), limit.days());
            }
        }
        Instant end = ran.get(ran.size() - 1).to();
        // Done at the very last moment is done in time.
        boolean broken = reached != null && end.isAfter(reached);
        Instant due = reached;
        if (due == null && state == ClockState.RUNNING) {
            due = calendar.after(end, limit.duration().minus(elapsed), limit.days());
        }
        return new ClockReading(state, List.copyOf(ran), elapsed, limit.duration().minus(elapsed), state.isOpen() || broken ? due : null, broken ? reached : null);
    }
}
