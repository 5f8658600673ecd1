package dev.pledgedesk.roster.boundary;

import dev.pledgedesk.api.model.Absence;
import dev.pledgedesk.api.model.AttendanceOfPerson;
import dev.pledgedesk.api.model.PlannedShifts;
import dev.pledgedesk.api.model.ProposedShift;
import dev.pledgedesk.api.model.RefusedShift;
import dev.pledgedesk.api.model.Roster;
import dev.pledgedesk.api.model.RosterDay;
import dev.pledgedesk.api.model.RosterFew;
import dev.pledgedesk.api.model.RosterFigures;
import dev.pledgedesk.api.model.RosterGap;
import dev.pledgedesk.api.model.RosterProposal;
import dev.pledgedesk.api.model.RosterShift;
import dev.pledgedesk.api.model.ShiftSwap;
import dev.pledgedesk.api.model.UnmetCover;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.AbsenceView;
import dev.pledgedesk.roster.AttendanceFigures;
import dev.pledgedesk.roster.RosterView;
import dev.pledgedesk.roster.RunView;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.roster.SwapView;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The roster as the API tells it: names in the reader's language. */
@RequestScoped
public class RosterAnswers {

    @Inject
    RequestLanguage language;

    private String name(LocalizedText text) {
        return text.in(language.locale());
    }

    Roster roster(RosterView r) {
        return new Roster().from(r.from()).to(r.to())
                .days(r.days().entrySet().stream().map(d -> new RosterDay().day(d.getKey()).kind(RosterDay.KindEnum.fromValue(d.getValue().kind().key())).name(d.getValue().name() == null ? null : name(d.getValue().name()))).toList())
                .shifts(r.shifts().stream().map(this::shift).toList())
                .gaps(r.gaps().stream().map(g -> new RosterGap().day(g.day()).shift(g.shift()).shiftName(name(g.shiftName())).post(g.post()).postName(name(g.postName())).needed(g.needed()).planned(g.planned())).toList())
                .few(r.few().stream().map(f -> new RosterFew().post(f.post()).name(name(f.name())).needed(f.needed()).able(f.able())).toList());
    }

    RosterShift shift(ShiftView s) {
        return s == null ? null : new RosterShift().id(s.id()).day(s.day()).shift(s.shift()).shiftName(name(s.shiftName())).post(s.post()).postName(name(s.postName())).staffId(s.staffId()).startsAt(s.startsAt())
                .endsAt(s.endsAt()).signedInAt(s.signedInAt()).signedOutAt(s.signedOutAt()).lateMinutes(s.lateMinutes()).faults(s.faults()).version(s.version());
    }

    PlannedShifts planned(int asked, Map<Integer, Problem> refused) {
        return new PlannedShifts().planned(asked - refused.size()).refused(refused.entrySet().stream().map(e -> new RefusedShift().index(e.getKey()).reasons(e.getValue().errors().stream()
                .map(error -> language.messages().text(error.message(), error.arguments().toArray())).toList())).toList());
    }

    static Absence absence(AbsenceView a) {
        return new Absence().id(a.id()).staffId(a.staffId()).from(a.from()).to(a.to()).kind(Absence.KindEnum.fromValue(a.kind().key())).state(Absence.StateEnum.fromValue(a.state().key())).reason(a.reason())
                .askedAt(a.askedAt()).decidedBy(a.decidedBy());
    }

    ShiftSwap swap(SwapView s) {
        return new ShiftSwap().id(s.id()).shift(shift(s.shift())).staffId(s.staffId()).takerId(s.takerId()).inReturn(shift(s.inReturn())).state(ShiftSwap.StateEnum.fromValue(s.state().key())).askedAt(s.askedAt());
    }

    static RosterProposal proposal(RunView r) {
        return new RosterProposal().id(r.id()).from(r.from()).days(r.days()).state(RosterProposal.StateEnum.fromValue(r.state().key())).brokenRules(r.hard()).open(r.unmet()).unfairness(r.soft())
                .took(r.took() == null ? null : r.took().toString())
                .proposal(r.proposal().stream().map(p -> new ProposedShift().day(p.day()).shift(p.shift()).post(p.post()).staffId(p.staffId())).toList())
                .unmetCover(r.gaps().stream().map(g -> new UnmetCover().day(g.day()).shift(g.shift()).post(g.post()).missing(g.missing()).able(g.able())).toList()).startedAt(r.startedAt());
    }

    static RosterFigures figures(AttendanceFigures f) {
        return new RosterFigures().from(f.from()).to(f.to()).needed(f.needed()).covered(f.covered()).manned(f.manned())
                .people(f.people().stream().map(p -> new AttendanceOfPerson().staffId(p.staffId()).shifts(p.shifts()).hours(p.hours()).late(p.late()).absent(p.absent()).nights(p.nights())).toList());
    }
}
