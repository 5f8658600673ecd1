package dev.pledgedesk.privacy.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.privacy.DisposalKind.Look;
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

/** Counts for {@link dev.pledgedesk.privacy.Disposals}, and the steps of {@link DisposalWork}, each a short transaction. */
@ApplicationScoped
@Transactional
public class DisposalTransactions {

    private static final int LOOKED_AT = 500;
    private static final Duration PUT_OFF = Duration.ofDays(1);

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

    public List<Outlook> outlook(int atMost) {
        return kinds.stream().sorted(Comparator.comparing(DisposalKind::key)).map(kind -> {
            Integer days = kind.days(rules());
            return new Outlook(kind.key(), days, days == null ? 0 : count(kind, before(days), atMost), marks.count(kind.key()));
        }).toList();
    }

    private static int count(DisposalKind kind, Instant before, int atMost) {
        int over = 0;
        for (UUID last = Ids.FIRST; last != null && over < atMost;) {
            Look look = kind.look(last, before, true, LOOKED_AT);
            over += look.over().size();
            last = look.last();
        }
        return Math.min(over, atMost);
    }

    public Page<Mark> marks(String kind, PageRequest request) {
        return marks.page(kind, request).map(m -> new Mark(m.id(), m.kind(), m.recordId(), m.markedAt(), m.dueAt()));
    }

    public List<Run> runs(int atMost) {
        return runs.latest(atMost).stream().map(r -> new Run(r.kind(), r.day(), r.marked(), r.spared(), r.removed())).toList();
    }

    /** Marks of a kind that go by now, as many as are removed at once. Where the rule is gone all marks are taken away: nothing is over its time any more. */
    List<UUID> due(DisposalKind kind) {
        if (kind.days(rules()) == null) {
            note(kind, 0, marks.removeAll(kind.key()), 0);
            return List.of();
        }
        return marks.due(kind.key(), clock.now(), kind.batch()).stream().map(DisposalMark::id).toList();
    }

    /** Removes what is still over of some marked records; the others are spared. */
    void dispose(DisposalKind kind, List<UUID> due) {
        List<DisposalMark> there = marks.findAll(due);
        Set<UUID> still = kind.stillOver(there.stream().map(DisposalMark::recordId).toList(), before(kind.days(rules())));
        there.forEach(mark -> {
            if (still.contains(mark.recordId())) {
                kind.dispose(mark.recordId());
            }
            marks.remove(mark);
        });
        note(kind, 0, there.size() - still.size(), still.size());
    }

    /** Lets marks that could not be dealt with wait, so that the others have their turn. */
    void putOff(List<UUID> due) {
        marks.findAll(due).forEach(mark -> mark.putOff(clock.now().plus(PUT_OFF)));
    }

    /** Marks what is over among some records; gives the last one that was looked at, null if there are no more. */
    UUID mark(DisposalKind kind, UUID after) {
        Integer days = kind.days(rules());
        if (days == null) {
            return null;
        }
        Instant now = clock.now();
        Look look = kind.look(after, before(days), false, LOOKED_AT);
        Instant dueAt = now.plus(Duration.ofDays(rules().graceDays()));
        look.over().forEach(id -> marks.add(new DisposalMark(Ids.next(), kind.key(), id, now, dueAt)));
        note(kind, look.over().size(), 0, 0);
        return look.last();
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
