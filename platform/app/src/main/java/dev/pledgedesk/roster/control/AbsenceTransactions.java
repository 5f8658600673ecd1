package dev.pledgedesk.roster.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.roster.AbsenceKind;
import dev.pledgedesk.roster.AbsenceState;
import dev.pledgedesk.roster.AbsenceView;
import dev.pledgedesk.roster.entity.Absence;
import dev.pledgedesk.roster.entity.Absences;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Leave: asked for, decided, withdrawn. What somebody was planned for while he is away becomes a gap. */
@ApplicationScoped
@Transactional
public class AbsenceTransactions {

    private static final String TABLE = "absence";
    private static final TextBounds REASON = new TextBounds(0, 1000);
    private static final int LONGEST = 366;

    @Inject
    Absences absences;

    @Inject
    ShiftAssignments assignments;

    @Inject
    RosterDays days;

    @Inject
    RosterNotices notices;

    @Inject
    PersonalData personalData;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public AbsenceView ask(LocalDate from, LocalDate to, AbsenceKind kind, String reason) {
        if (from == null || to == null || to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
            throw Problem.unprocessable(new FieldError("/to", "roster.span", LONGEST));
        }
        UUID id = Ids.next();
        UUID member = caller.staffId();
        String said = REASON.take(reason, "/reason");
        Absence absence = new Absence(id, member, from, to, kind.key(), AbsenceState.ASKED.key(), said.isEmpty() ? null : personalData.seal(member, place(id), said), clock.now());
        absences.add(absence);
        absences.flush();
        write("asked", absence);
        notices.tellManagers("absence-asked", id, member, from.atStartOfDay(days.zone()).toInstant());
        return view(absence);
    }

    /** Grants or refuses it; granted, shifts of those days that have not begun are taken from him. */
    public AbsenceView decide(UUID id, boolean granted) {
        Absence absence = absences.held(id);
        if (absence.staffId().equals(caller.id())) {
            throw Problem.of(Problem.Kind.DENIED, "roster.own");
        }
        absence.decide(granted, caller.actor());
        absences.flush();
        if (granted) {
            assignments.of(absence.staffId(), absence.fromDay(), absence.toDay()).stream().filter(a -> a.signedInAt() == null && a.startsAt().isAfter(clock.now())).forEach(assignments::remove);
        }
        write(granted ? "granted" : "refused", absence);
        notices.tell(absence.staffId(), granted ? "absence-granted" : "absence-refused", id, absence.fromDay(), absence.fromDay().atStartOfDay(days.zone()).toInstant());
        return view(absence);
    }

    /** Who has asked does not wish it any more. */
    public AbsenceView withdraw(UUID id) {
        Absence absence = absences.held(id);
        caller.requireOwn(absence.staffId());
        absence.withdraw();
        absences.flush();
        write("withdrawn", absence);
        return view(absence);
    }

    public Page<AbsenceView> page(UUID member, boolean openOnly, PageRequest request) {
        Page<Absence> page = absences.page(member, openOnly, request);
        personalData.fetch(page.items().stream().map(Absence::staffId).distinct().toList());
        return page.map(this::view);
    }

    private AbsenceView view(Absence a) {
        return new AbsenceView(a.id(), a.staffId(), a.fromDay(), a.toDay(), a.kind(), a.state(), personalData.open(a.staffId(), place(a.id()), a.reason()), a.askedAt(), a.decidedBy());
    }

    private static Place place(UUID row) {
        return new Place(TABLE, "reason", row);
    }

    private void write(String what, Absence a) {
        journal.write(new Journal.Entry(caller.actor(), "absence." + what, TABLE, a.id(), Map.of("staff", a.staffId(), "from", a.fromDay().toString(), "to", a.toDay().toString(), "kind", a.kind().key())));
    }
}
