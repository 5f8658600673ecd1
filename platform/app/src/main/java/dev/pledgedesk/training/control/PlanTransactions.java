package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.training.PlanEntryDraft;
import dev.pledgedesk.training.PlanEntryView;
import dev.pledgedesk.training.entity.PlanEntries;
import dev.pledgedesk.training.entity.PlanEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The plan of a year. */
@ApplicationScoped
@Transactional
public class PlanTransactions {

    private static final String SUBJECT = "training-plan";
    private static final TextBounds GOAL = new TextBounds(3, 1000);
    private static final int MOST_PLACES = 1000;

    @Inject
    PlanEntries entries;

    @Inject
    SessionTransactions sessions;

    @Inject
    TrainingWords words;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    public List<PlanEntryView> of(int year) {
        Map<UUID, List<UUID>> fulfilled = sessions.byEntry();
        return entries.of(year).stream().map(e -> view(e, fulfilled.getOrDefault(e.id(), List.of()))).toList();
    }

    public PlanEntryView plan(PlanEntryDraft draft) {
        return fill(new PlanEntry(Ids.next(), year(draft.year())), true, draft);
    }

    public PlanEntryView replan(UUID id, Long expectedVersion, PlanEntryDraft draft) {
        PlanEntry entry = entries.held(id);
        entry.requireVersion(expectedVersion);
        return fill(entry, false, draft);
    }

    private PlanEntryView fill(PlanEntry entry, boolean fresh, PlanEntryDraft draft) {
        check(draft);
        entry.plan(draft.month(), draft.course(), GOAL.take(draft.goal(), "/goal"), draft.trainerId(), draft.places());
        if (fresh) {
            entries.add(entry);
        }
        entries.flush();
        journal.write(new Journal.Entry(caller.actor(), "training-plan.set", SUBJECT, entry.id(), Map.of("year", entry.year(), "month", entry.month(), "course", entry.course())));
        return view(entry, sessions.byEntry().getOrDefault(entry.id(), List.of()));
    }

    private static int year(int year) {
        if (year < 2000 || year > 2999) {
            throw Problem.unprocessable(new FieldError("/year", "training.points", 2000, 2999));
        }
        return year;
    }

    private void check(PlanEntryDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.month() < 1 || draft.month() > 12) {
            errors.add(new FieldError("/month", "training.points", 1, 12));
        }
        if (words.training().course(draft.course()).isEmpty()) {
            errors.add(new FieldError("/course", "field.unknown-key", String.valueOf(draft.course())));
        }
        if (draft.places() < 1 || draft.places() > MOST_PLACES) {
            errors.add(new FieldError("/places", "training.points", 1, MOST_PLACES));
        }
        if (draft.trainerId() != null && staff.names(List.of(draft.trainerId())).isEmpty()) {
            errors.add(new FieldError("/trainerId", "field.unknown-key", draft.trainerId().toString()));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    /** Takes an entry out of the plan; sessions of it stay. */
    public void remove(UUID id) {
        PlanEntry entry = entries.held(id);
        if (!sessions.byEntry().getOrDefault(id, List.of()).isEmpty()) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.entry-used");
        }
        entries.remove(entry);
        journal.write(new Journal.Entry(caller.actor(), "training-plan.removed", SUBJECT, id, Map.of("year", entry.year(), "month", entry.month(), "course", entry.course())));
    }

    private PlanEntryView view(PlanEntry e, List<UUID> fulfilledBy) {
        return new PlanEntryView(e.id(), e.year(), e.month(), e.course(), words.course(e.course()), e.goal(), e.trainerId(), e.places(), fulfilledBy, e.version());
    }
}
