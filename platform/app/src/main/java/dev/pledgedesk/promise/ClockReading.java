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
        List<Interval> ran = ran(events, now);
        ClockState state = state(events);
        return limit == null ? named(state, ran, calendar, named) : limited(state, ran, calendar, limit);
    }

    /** {@link #brokenAt} alone, in a time that depends on the limit and not on how long ago it was. */
    public static Instant brokenAt(List<ClockEvent> events, WorkCalendar calendar, Limit limit, Instant named, Instant now) {
        List<Interval> ran = ran(events, now);
        ClockState state = state(events);
        return limit == null ? broken(state, ran, named) : broken(ran, usedUp(state, ran, begin(ran), calendar, limit));
    }

    private static ClockState state(List<ClockEvent> events) {
        return events.stream().reduce(ClockState.PAUSED, (state, event) -> after(state, event.kind()), (a, b) -> b);
    }

    private static List<Interval> ran(List<ClockEvent> events, Instant now) {
        ClockState state = ClockState.PAUSED;
        Instant since = null;
        List<Interval> ran = new ArrayList<>();
        for (ClockEvent event : events) {
            ClockState next = after(state, event.kind());
            if (state == ClockState.RUNNING && next != ClockState.RUNNING) {
                // To be taken up and ended in one moment is not to have run: what was done at the very last moment stays done in time.
                if (ran.isEmpty() || since.isBefore(event.at())) {
                    ran.add(new Interval(since, event.at()));
                }
            } else if (state != ClockState.RUNNING && next == ClockState.RUNNING) {
                since = event.at();
            }
            state = next;
        }
        if (state == ClockState.RUNNING) {
            ran.add(new Interval(since, now.isBefore(since) ? since : now));
        }
        return ran;
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
        Instant broken = broken(state, ran, named);
        return new ClockReading(state, List.copyOf(ran), elapsed, null, state.isOpen() || broken != null ? named : null, broken);
    }

    private static ClockReading limited(ClockState state, List<Interval> ran, WorkCalendar calendar, Limit limit) {
        Duration elapsed = ran.stream().map(i -> calendar.between(i.from(), i.to(), limit.days())).reduce(Duration.ZERO, Duration::plus);
        Instant usedUp = usedUp(state, ran, begin(ran), calendar, limit);
        Instant broken = broken(ran, usedUp);
        return new ClockReading(state, List.copyOf(ran), elapsed, limit.duration().minus(elapsed), state.isOpen() || broken != null ? usedUp : null, broken);
    }

    /**
     * When so much time was used up, or will be if the clock runs on; null if it stands still before that.
     *
     * @param since what was used before counts for nothing
     */
    static Instant usedUp(ClockState state, List<Interval> ran, Instant since, WorkCalendar calendar, Limit limit) {
        Duration left = limit.duration();
        for (int i = 0; i < ran.size(); i++) {
            Interval interval = ran.get(i);
            boolean runsOn = state == ClockState.RUNNING && i == ran.size() - 1;
            Instant from = interval.from().isBefore(since) ? since : interval.from();
            if (!runsOn && !from.isBefore(interval.to())) {
                continue;
            }
            Instant end = calendar.after(from, left, limit.days());
            if (runsOn || !end.isAfter(interval.to())) {
                return end;
            }
            left = left.minus(calendar.between(from, interval.to(), limit.days()));
            if (limit.isUsedUp(limit.duration().minus(left))) {
                return interval.to();
            }
        }
        return null;
    }

    /** Done at the very last moment is done in time. */
    private static Instant broken(List<Interval> ran, Instant usedUp) {
        return usedUp != null && end(ran).isAfter(usedUp) ? usedUp : null;
    }

    private static Instant broken(ClockState state, List<Interval> ran, Instant named) {
        return state != ClockState.PAUSED && end(ran).isAfter(named) ? named : null;
    }

    private static Instant begin(List<Interval> ran) {
        return ran.get(0).from();
    }

    private static Instant end(List<Interval> ran) {
        return ran.get(ran.size() - 1).to();
    }
}
