package dev.pledgedesk.promise.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.Milestone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happens when the time of a clock has come: it is written into its list, into the journal, and told to whom it concerns. After an outage all that was missed comes in its order. */
@ApplicationScoped
public class ClockTimer implements DueWorker {

    static final String PLATFORM = "platform";

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
    DeskClock clock;

    @Override
    public String kind() {
        return ClockBook.KIND;
    }

    /** The clocks are locked before the work's row is removed, as requests do it that change clocks and then ask for work. */
    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    @Transactional
    public void work(List<UUID> subjects) {
        subjects.forEach(this::look);
    }

    private void look(UUID subject) {
        List<Running> all = book.of(subject, true);
        dueWork.done(ClockBook.KIND, List.of(subject));
        Instant now = clock.now();
        for (Running running : all) {
            List<Milestone> passed = running.pending(now).stream().filter(m -> m.at().isBefore(now)).toList();
            for (Milestone milestone : passed) {
                book.happen(running, new ClockEvent(milestone.kind(), milestone.at(), milestone.cause(), PLATFORM));
            }
            // A warning of what is broken by now tells nobody anything.
            boolean broken = passed.stream().anyMatch(m -> m.kind() == Kind.BREACH);
            String type = running.row().subjectType();
            passed.forEach(m -> note(running, m, now, m.kind() == Kind.WARN && broken ? 0 : alarm.tell(running, m, type, subjects.of(type).get(subject), now)));
        }
        book.schedule(subject, all);
    }

    private void note(Running running, Milestone milestone, Instant now, int told) {
        journal.write(new Journal.Entry(PLATFORM, "clock." + milestone.kind().key(), running.row().subjectType(), running.row().subjectId(), Map.of("clock", running.row().id().toString(), "target",
                running.row().rule().target(), "detail", milestone.cause(), "at", milestone.at().toString(), "lateSeconds", Duration.between(milestone.at(), now).toSeconds(), "told", told)));
    }
}
