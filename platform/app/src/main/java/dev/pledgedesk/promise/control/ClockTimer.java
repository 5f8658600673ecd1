package dev.pledgedesk.promise.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.Milestone;
import dev.pledgedesk.promise.PromiseEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happens when the time of a clock has come: it is written into its list, into the journal, and told to whom it concerns. After an outage all that was missed comes in its order. */
@ApplicationScoped
public class ClockTimer implements DueWorker {

    static final String PLATFORM = "platform";
    /** What an outage has left is done so many records at a time: half of what one costs is its transaction and who is to be told. */
    private static final int BATCH = 50;

    @Inject
    ClockBook book;

    @Inject
    DueWork dueWork;

    @Inject
    ClockAlarm alarm;

    @Inject
    SubjectDirectory subjects;

    @Inject
    Journal journal;

    @Inject
    Outbox outbox;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return ClockBook.KIND;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** The clocks are locked before the work's row is removed, as requests do it that change clocks and then ask for work. */
    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    @Transactional
    public void work(List<UUID> ids) {
        Map<UUID, List<Running>> held = book.held(ids);
        dueWork.done(ClockBook.KIND, ids);
        Instant now = clock.now();
        Map<Running, List<Milestone>> passed = new LinkedHashMap<>();
        // In the order in which they fell due.
        ids.forEach(id -> held.getOrDefault(id, List.of()).forEach(running -> passed.put(running, running.pending(now).stream().filter(m -> m.at().isBefore(now)).toList())));
        passed.values().removeIf(List::isEmpty);
        Map<UUID, ClockSubject> records = records(passed.keySet());
        ClockAlarm.Round round = alarm.round(now);
        passed.forEach((running, milestones) -> happen(running, milestones, records.get(running.row().subjectId()), round));
        held.forEach(book::schedule);
    }

    private Map<UUID, ClockSubject> records(Collection<Running> clocks) {
        Map<String, Set<UUID>> byType = new HashMap<>();
        clocks.forEach(running -> byType.computeIfAbsent(running.row().subjectType(), t -> new LinkedHashSet<>()).add(running.row().subjectId()));
        Map<UUID, ClockSubject> records = new HashMap<>();
        byType.forEach((type, ids) -> subjects.of(type).all(ids).forEach(record -> records.put(record.id(), record)));
        return records;
    }

    private void happen(Running running, List<Milestone> passed, ClockSubject record, ClockAlarm.Round round) {
        for (Milestone milestone : passed) {
            book.happen(running, new ClockEvent(milestone.kind(), milestone.at(), milestone.cause(), PLATFORM));
        }
        // A warning of what is broken by now tells nobody anything.
        boolean broken = passed.stream().anyMatch(m -> m.kind() == Kind.BREACH);
        passed.forEach(m -> note(running, m, round.now(), m.kind() == Kind.WARN && broken ? 0 : round.tell(running, m, record)));
    }

    private void note(Running running, Milestone milestone, Instant now, int told) {
        journal.write(new Journal.Entry(PLATFORM, "clock." + milestone.kind().key(), running.row().subjectType(), running.row().subjectId(), Map.of("clock", running.row().id().toString(), "target",
                running.row().rule().target(), "detail", milestone.cause(), "at", milestone.at().toString(), "lateSeconds", Duration.between(milestone.at(), now).toSeconds(), "told", told)));
        outbox.publish(new PromiseEvent(milestone.kind(), running.row().id(), running.row().subjectType(), running.row().subjectId(), running.row().rule().target()), PLATFORM);
    }
}
