package dev.pledgedesk.promise.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.entity.PromiseClock;
import dev.pledgedesk.promise.entity.PromiseClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The transactions of {@link dev.pledgedesk.promise.Promises}. */
@ApplicationScoped
@Transactional
public class PromiseTransactions {

    @Inject
    ClockBook book;

    @Inject
    PromiseClocks clocks;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public List<ClockView> of(UUID subject) {
        return book.of(subject, false).stream().map(this::view).toList();
    }

    public Map<UUID, Instant> nextDue(Collection<UUID> subjects) {
        return clocks.running(subjects).stream().collect(Collectors.toMap(PromiseClock::subjectId, PromiseClock::dueAt, (first, later) -> first));
    }

    public ClockView kept(UUID subject, UUID id) {
        List<Running> all = book.of(subject, true);
        Running running = all.stream().filter(c -> c.row().id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        if (!running.isOpen() || !running.metric().isNamedTime()) {
            throw Problem.of(Problem.Kind.CONFLICT, "promise.not-keepable");
        }
        // Whoever says so later says that it was kept then; the list tells when he said it.
        Instant now = clock.now();
        Instant kept = now.isBefore(running.row().namedAt()) ? now : running.row().namedAt();
        book.happen(running, new ClockEvent(Kind.FULFIL, kept, "kept", caller.actor()));
        journal.write(new Journal.Entry(caller.actor(), "clock.kept", running.row().subjectType(), subject, Map.of("clock", id.toString(), "target", running.row().rule().target())));
        book.schedule(subject, all);
        return view(running);
    }

    private ClockView view(Running c) {
        PromiseClock row = c.row();
        List<String> tables = row.rule().tables().isEmpty() ? List.of() : Arrays.asList(row.rule().tables().split(" "));
        return new ClockView(row.id(), row.policy(), row.rule().target(), c.target().name(), c.metric(), c.limit(), row.namedAt(), row.messageId(), row.rule().calendar(), tables, row.rule().configVersion(),
                c.reading(clock.now()), List.copyOf(c.events()), c.target().shown(), c.isOpen() && c.metric().isNamedTime());
    }
}
