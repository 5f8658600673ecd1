package dev.pledgedesk.promise.control;

import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockReading;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.Milestone;
import dev.pledgedesk.promise.entity.PromiseClock;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock with what happened to it and what it runs under. */
final class Running {

    /** An appointment is missed when it is over for so long: whoever is there has no hand free to say so. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final PromiseClock row;
    private final Policy policy;
    private final Target target;
    private final WorkCalendar calendar;
    private final List<ClockEvent> events;

    /**
     * Puts one together.
     *
     * @param policy as it was when the clock was started; null for a named time without one
     * @param target likewise
     */
    Running(PromiseClock row, Policy policy, Target target, WorkCalendar calendar, List<ClockEvent> events) {
        this.row = row;
        this.policy = policy;
        this.target = target;
        this.calendar = calendar;
        this.events = new ArrayList<>(events);
    }

    PromiseClock row() {
        return row;
    }

    Policy policy() {
        return policy;
    }

    Target target() {
        return target;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    List<ClockEvent> events() {
        return events;
    }

    Metric metric() {
        return row.rule().metric();
    }

    ClockState state() {
        return row.state();
    }

    boolean isOpen() {
        return row.state().isOpen();
    }

    Limit limit() {
        return row.rule().limit() == null ? null : Limit.parse(row.rule().limit());
    }

    /** From when on a named time was not kept; null for a limit. */
    private Instant lastMoment() {
        return row.namedAt() == null || metric() != Metric.APPOINTMENT ? row.namedAt() : row.namedAt().plus(GRACE);
    }

    ClockReading reading(Instant now) {
        return ClockReading.of(events, calendar, limit(), lastMoment(), now);
    }

    /** What counted of it, for one that takes its place: when it ran. */
    List<ClockEvent> takenOver() {
        return events.stream().filter(e -> switch (e.kind()) {
            case ACTIVATE, PAUSE, RESUME, FULFIL -> true;
            default -> false;
        }).map(e -> e.kind() == Kind.FULFIL ? new ClockEvent(Kind.PAUSE, e.at(), e.cause(), e.actor()) : e).toList();
    }

    /** When it was broken, if it was by a moment; null otherwise. */
    Instant brokenAt(Instant now) {
        return ClockReading.brokenAt(events, calendar, limit(), lastMoment(), now);
    }

    Milestone.Course course() {
        return new Milestone.Course(calendar, limit(), lastMoment(), target.warnAt(), policy == null ? List.of() : policy.escalation());
    }

    /** Milestones that nobody has been told of yet, the first one first. */
    List<Milestone> pending(Instant now) {
        return Milestone.of(reading(now), course()).stream().filter(m -> events.stream().noneMatch(e -> e.kind() == m.kind() && e.cause().equals(m.cause()))).toList();
    }
}
