package dev.pledgedesk.privacy.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.privacy.Disposals.Mark;
import dev.pledgedesk.privacy.Disposals.Outlook;
import dev.pledgedesk.privacy.Disposals.Run;
import dev.pledgedesk.privacy.entity.DisposalMark;
import dev.pledgedesk.privacy.entity.DisposalMarks;
import dev.pledgedesk.privacy.entity.DisposalRun;
import dev.pledgedesk.privacy.entity.DisposalRuns;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Counts, marks and removes for {@link dev.pledgedesk.privacy.Disposals}. */
@ApplicationScoped
@Transactional
public class DisposalTransactions {

    private static final int MARKS = 500;
    /** Fewer, because what hangs on a record goes with it. */
    private static final int REMOVALS = 50;

    @Inject
    @Any
    Instance<DisposalKind> kinds;

    @Inject
    DisposalMarks marks;

    @Inject
    DisposalRuns runs;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    public List<Outlook> outlook() {
        return kinds.stream().sorted(Comparator.comparing(DisposalKind::key)).map(kind -> {
            Integer days = kind.days(rules());
            return new Outlook(kind.key(), days, days == null ? 0 : kind.count(before(days)), marks.count(kind.key()));
        }).toList();
    }

    public Page<Mark> marks(String kind, PageRequest request) {
        return marks.page(kind, request).map(m -> new Mark(m.id(), m.kind(), m.recordId(), m.markedAt(), m.dueAt()));
    }

    public List<Run> runs(int atMost) {
        return runs.latest(atMost).stream().map(r -> new Run(r.kind(), r.day(), r.marked(), r.spared(), r.removed())).toList();
    }

    /** One step for each kind; true if any has more to do. */
    boolean step() {
        boolean more = false;
        for (DisposalKind kind : kinds) {
            more |= step(kind);
        }
        return more;
    }

    private boolean step(DisposalKind kind) {
        Integer days = kind.days(rules());
        if (days == null) {
            // The rule is gone, so nothing is over its time any more.
            note(kind, 0, marks.removeAll(kind.key()), 0);
            return false;
        }
        Instant now = clock.now();
        Instant before = before(days);
        List<DisposalMark> due = marks.due(kind.key(), now, REMOVALS);
        Set<UUID> still = due.isEmpty() ? Set.of() : kind.stillOver(due.stream().map(DisposalMark::recordId).toList(), before);
        due.forEach(mark -> {
            if (still.contains(mark.recordId())) {
                kind.dispose(mark.recordId());
            }
            marks.remove(mark);
        });
        marks.flush();
        List<UUID> over = kind.over(before, MARKS);
        Instant dueAt = now.plus(Duration.ofDays(rules().graceDays()));
        over.forEach(id -> marks.add(new DisposalMark(Ids.next(), kind.key(), id, now, dueAt)));
        note(kind, over.size(), due.size() - still.size(), still.size());
        return due.size() == REMOVALS || over.size() == MARKS;
    }

    private void note(DisposalKind kind, int marked, int spared, int removed) {
        if (marked + spared + removed > 0) {
            var day = clock.now().atZone(ZoneId.of(tenants.config().tenant().zone())).toLocalDate();
            runs.of(kind.key(), day).orElseGet(() -> runs.add(new DisposalRun(Ids.next(), kind.key(), day))).add(marked, spared, removed);
            journal.write(new Journal.Entry("system", "records.disposed", "disposal", kind.key(), Map.of("marked", marked, "spared", spared, "removed", removed)));
        }
    }

    private Instant before(int days) {
        return clock.now().minus(Duration.ofDays(days));
    }

    private Retention rules() {
        return tenants.config().retention();
    }
}
