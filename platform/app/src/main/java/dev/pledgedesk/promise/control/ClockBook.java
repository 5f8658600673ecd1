package dev.pledgedesk.promise.control;

import dev.pledgedesk.calendar.Calendars;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockSheet;
import dev.pledgedesk.promise.Milestone;
import dev.pledgedesk.promise.entity.PromiseClock;
import dev.pledgedesk.promise.entity.PromiseClock.Rule;
import dev.pledgedesk.promise.entity.PromiseClocks;
import dev.pledgedesk.promise.entity.PromiseEvent;
import dev.pledgedesk.promise.entity.PromiseEvents;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads and writes clocks; part of its caller's transaction. */
@ApplicationScoped
public class ClockBook implements ClockRules.Book {

    /** Kind of the work that looks at a record's clocks when the time of one has come; its id is the record's. */
    static final String KIND = "promise";
    /** A milestone has been passed when its moment is over. */
    private static final Duration PASSED = Duration.ofMillis(1);

    @Inject
    PromiseClocks clocks;

    @Inject
    PromiseEvents events;

    @Inject
    Calendars calendars;

    @Inject
    Tenants tenants;

    @Inject
    SubjectDirectory subjects;

    @Inject
    Caller caller;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** The clocks of a record, the oldest first, held against others if they are to be changed. */
    List<Running> of(UUID subject, boolean toChange) {
        return read(toChange ? clocks.locked(subject) : clocks.of(subject));
    }

    /** The clocks of several records by record, the oldest first, held against others without waiting for any. */
    Map<UUID, List<Running>> held(Collection<UUID> subjects) {
        List<Running> all = subjects.size() == 1 ? of(subjects.iterator().next(), true) : read(clocks.lockedAtOnce(subjects));
        return all.stream().collect(Collectors.groupingBy(running -> running.row().subjectId()));
    }

    private List<Running> read(List<PromiseClock> rows) {
        Map<UUID, List<PromiseEvent>> happened = events.of(rows.stream().map(PromiseClock::id).toList()).stream().collect(Collectors.groupingBy(PromiseEvent::clockId));
        return new ArrayList<>(rows.stream().map(row -> running(row, happened.getOrDefault(row.id(), List.of()).stream().map(PromiseEvent::event).toList())).toList());
    }

    private Running running(PromiseClock row, List<ClockEvent> happened) {
        TenantConfig config = tenants.config(row.rule().configVersion());
        Policy policy = row.policy() == null ? null : subjects.of(row.subjectType()).policy(config, row.policy()).orElseThrow();
        Target target = policy == null ? NamedTimes.target(row.rule().metric()) : policy.target(row.rule().target()).orElseGet(() -> NamedTimes.target(row.rule().metric()));
        return new Running(row, policy, target, calendars.get(row.rule().calendar(), row.rule().configVersion(), row.rule().tables()), happened);
    }

    @Override
    public Running start(UUID subject, int version, Policy policy, Target target, String cause, String actor, List<ClockEvent> earlier) {
        List<ClockEvent> begin = earlier.isEmpty() ? List.of(new ClockEvent(Kind.ACTIVATE, clock.now(), cause, actor)) : earlier;
        return start(TicketSubjects.TYPE, subject, version, policy, target, begin);
    }

    /** Starts one for a record of any kind, by what happened to it until now. */
    Running start(String type, UUID subject, int version, Policy policy, Target target, List<ClockEvent> begin) {
        Rule rule = new Rule(target.key(), target.metric(), version, target.calendar(), calendars.tables(target.calendar(), version), target.limit());
        return add(new PromiseClock(Ids.next(), type, subject, policy.key(), rule, null, null, begin.get(0).at()), begin);
    }

    @Override
    public Running startNamed(UUID subject, Optional<Policy> policy, Metric metric, Instant named, UUID message, String actor) {
        Target target = NamedTimes.target(policy, metric);
        return startNamed(TicketSubjects.TYPE, subject, policy.map(Policy::key).orElse(null), target, named, message, "named", actor);
    }

    /** Starts one for a record of any kind that ends at a time which somebody has named. */
    Running startNamed(String type, UUID subject, String policy, Target target, Instant named, UUID message, String cause, String actor) {
        Rule rule = new Rule(target.key(), target.metric(), version(), target.calendar(), calendars.tables(target.calendar(), version()), null);
        return add(new PromiseClock(Ids.next(), type, subject, policy, rule, named, message, clock.now()), List.of(new ClockEvent(Kind.ACTIVATE, clock.now(), cause, actor)));
    }

    private Running add(PromiseClock row, List<ClockEvent> begin) {
        Running running = running(clocks.add(row), List.of());
        begin.forEach(event -> write(running, event));
        say(running);
        return running;
    }

    @Override
    public void happen(Running running, Kind kind, String cause, String actor) {
        happen(running, new ClockEvent(kind, clock.now(), cause, actor));
    }

    @Override
    public int version() {
        return tenants.current().configVersion();
    }

    /** Lets something happen to a clock. */
    void happen(Running running, ClockEvent event) {
        write(running, event);
        say(running);
    }

    private void write(Running running, ClockEvent event) {
        running.events().add(event);
        events.add(new PromiseEvent(Ids.next(), running.row().id(), running.events().size(), event, clock.now()));
    }

    private void say(Running running) {
        Instant last = running.events().stream().filter(e -> e.kind() == Kind.FULFIL || e.kind() == Kind.CANCEL).map(ClockEvent::at).max(Comparator.naturalOrder()).orElse(null);
        PromiseClock row = running.row();
        boolean before = row.isDecided();
        row.say(running.reading(clock.now()), last);
        if (row.isDecided() && !before) {
            row.answer(subjects.of(row.subjectType()).answerable(row.subjectId()));
        }
    }

    /** Keeps the clocks of a record in step with it, and has them looked at when it is time. */
    public void keep(String type, UUID subject, Consumer<ClockSheet> work) {
        SubjectSheet sheet = new SubjectSheet(this, type, subject, caller.isAnonymous() ? ClockTimer.PLATFORM : caller.actor(), of(subject, true));
        work.accept(sheet);
        schedule(subject, sheet.all());
    }

    /** Has a record looked at when the next milestone of one of its clocks has passed; nothing if none is in sight. */
    void schedule(UUID subject, List<Running> all) {
        all.stream().flatMap(running -> running.pending(clock.now()).stream()).map(Milestone::at).min(Comparator.naturalOrder()).ifPresent(next -> dueWork.by(KIND, subject, next.plus(PASSED)));
    }
}
