package dev.pledgedesk.promise.control;

import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockReading;
import dev.pledgedesk.promise.entity.PromiseClock;
import dev.pledgedesk.promise.entity.PromiseClock.Rule;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Clocks of a trial: the same rules, at moments that are over, and nothing is kept. */
final class ReplayBook implements ClockRules.Book {

    private final Function<String, WorkCalendar> calendars;
    private Instant now = Instant.EPOCH;

    /** Clocks on these calendars, by key. */
    ReplayBook(Function<String, WorkCalendar> calendars) {
        this.calendars = calendars;
    }

    /** What happens next happens at this moment. */
    void at(Instant moment) {
        now = moment;
    }

    @Override
    public Running start(UUID subject, int version, Policy policy, Target target, String cause, String actor, List<ClockEvent> earlier) {
        List<ClockEvent> begin = earlier.isEmpty() ? List.of(new ClockEvent(Kind.ACTIVATE, now, cause, actor)) : earlier;
        return running(subject, policy, target, null, begin);
    }

    @Override
    public Running startNamed(UUID subject, Optional<Policy> policy, Metric metric, Instant named, UUID message, String actor) {
        Target target = NamedTimes.target(policy, metric);
        return running(subject, policy.orElse(null), target, named, List.of(new ClockEvent(Kind.ACTIVATE, now, "named", actor)));
    }

    private Running running(UUID subject, Policy policy, Target target, Instant named, List<ClockEvent> begin) {
        Rule rule = new Rule(target.key(), target.metric(), 0, target.calendar(), "", target.limit());
        PromiseClock row = new PromiseClock(Ids.FIRST, "ticket", subject, policy == null ? null : policy.key(), rule, named, null, begin.get(0).at());
        begin.forEach(event -> row.become(ClockReading.after(row.state(), event.kind())));
        return new Running(row, policy, target, calendars.apply(target.calendar()), begin);
    }

    @Override
    public void happen(Running running, Kind kind, String cause, String actor) {
        running.events().add(new ClockEvent(kind, now, cause, actor));
        running.row().become(ClockReading.after(running.state(), kind));
    }

    @Override
    public int version() {
        return 0;
    }
}
