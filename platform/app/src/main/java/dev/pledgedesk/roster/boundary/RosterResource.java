package dev.pledgedesk.roster.boundary;

import dev.pledgedesk.api.RosterApi;
import dev.pledgedesk.api.model.Absence;
import dev.pledgedesk.api.model.AbsencePage;
import dev.pledgedesk.api.model.CalendarFeed;
import dev.pledgedesk.api.model.NewAbsence;
import dev.pledgedesk.api.model.NewAbsenceDecision;
import dev.pledgedesk.api.model.NewRosterProposal;
import dev.pledgedesk.api.model.NewRosterShift;
import dev.pledgedesk.api.model.NewShiftSignIn;
import dev.pledgedesk.api.model.NewShiftSwap;
import dev.pledgedesk.api.model.NewSwapAnswer;
import dev.pledgedesk.api.model.NewSwapDecision;
import dev.pledgedesk.api.model.Roster;
import dev.pledgedesk.api.model.RosterFigures;
import dev.pledgedesk.api.model.RosterProposal;
import dev.pledgedesk.api.model.RosterProposalPage;
import dev.pledgedesk.api.model.NewRosterShifts;
import dev.pledgedesk.api.model.PlannedShifts;
import dev.pledgedesk.api.model.RosterShift;
import dev.pledgedesk.api.model.ShiftSwap;
import dev.pledgedesk.api.model.ShiftSwapList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.roster.AbsenceKind;
import dev.pledgedesk.roster.AbsenceView;
import dev.pledgedesk.roster.Absentees;
import dev.pledgedesk.roster.CalendarFeeds;
import dev.pledgedesk.roster.RosterProposals;
import dev.pledgedesk.roster.Rosters;
import dev.pledgedesk.roster.RunView;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.Swaps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The roster, leave, swaps and proposals over REST. */
@RequestScoped
public class RosterResource implements RosterApi {

    @Inject
    Rosters rosters;

    @Inject
    Absentees absentees;

    @Inject
    Swaps swaps;

    @Inject
    RosterProposals proposals;

    @Inject
    CalendarFeeds feeds;

    @Inject
    RosterAnswers answers;

    @Inject
    Paging paging;

    @Override
    @Self
    public Roster getRoster(LocalDate from, LocalDate to) {
        return answers.roster(rosters.view(from, to));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterShift planShift(NewRosterShift body, String idempotencyKey) {
        return answers.shift(rosters.assign(draft(body)));
    }

    @Override
    @Self
    public CalendarFeed getCalendarFeed() {
        return new CalendarFeed().madeAt(feeds.own().orElseThrow(Problem::notFound));
    }

    @Override
    @Self
    public CalendarFeed makeCalendarFeed(String idempotencyKey) {
        CalendarFeeds.Made made = feeds.make();
        return new CalendarFeed().madeAt(made.madeAt()).address(URI.create(made.address()));
    }

    @Override
    @Self
    public void revokeCalendarFeed() {
        feeds.revoke();
    }

    private static ShiftDraft draft(NewRosterShift body) {
        return new ShiftDraft(body.getDay(), body.getShift(), body.getPost(), body.getStaffId());
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public PlannedShifts planShifts(NewRosterShifts body, String idempotencyKey) {
        return answers.planned(body.getItems().size(), rosters.assignAll(body.getItems().stream().map(RosterResource::draft).toList()));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public void removeShift(UUID shiftId) {
        rosters.remove(shiftId);
    }

    @Override
    @Self
    public RosterShift signInToShift(UUID shiftId, NewShiftSignIn body, String idempotencyKey) {
        return answers.shift(rosters.signIn(shiftId, body.getFaults() == null ? List.of() : body.getFaults()));
    }

    @Override
    @Self
    public RosterShift signOutOfShift(UUID shiftId, String idempotencyKey) {
        return answers.shift(rosters.signOut(shiftId));
    }

    @Override
    @Allowed(Permission.ROSTER_READ)
    public RosterFigures getRosterFigures(LocalDate from, LocalDate to) {
        return RosterAnswers.figures(rosters.figures(from, to));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public AbsencePage listAbsences(Boolean all, Integer pageSize, String pageAfter) {
        return page(absentees.page(!Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter)));
    }

    private AbsencePage page(Page<AbsenceView> page) {
        return new AbsencePage().items(page.items().stream().map(RosterAnswers::absence).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public Absence askForAbsence(NewAbsence body, String idempotencyKey) {
        return RosterAnswers.absence(absentees.ask(body.getFrom(), body.getTo(), AbsenceKind.of(body.getKind().value()), body.getReason()));
    }

    @Override
    @Self
    public AbsencePage listOwnAbsences(Integer pageSize, String pageAfter) {
        return page(absentees.own(PageRequest.of(pageSize, pageAfter)));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public Absence decideAbsence(UUID absenceId, NewAbsenceDecision body, String idempotencyKey) {
        return RosterAnswers.absence(absentees.decide(absenceId, body.getGranted()));
    }

    @Override
    @Self
    public Absence withdrawAbsence(UUID absenceId, String idempotencyKey) {
        return RosterAnswers.absence(absentees.withdraw(absenceId));
    }

    @Override
    @Self
    public ShiftSwapList listShiftSwaps() {
        return new ShiftSwapList().items(swaps.open().stream().map(answers::swap).toList());
    }

    @Override
    @Self
    public ShiftSwap askForSwap(NewShiftSwap body, String idempotencyKey) {
        return answers.swap(swaps.ask(body.getShiftId(), body.getTakerId(), body.getInReturnId()));
    }

    @Override
    @Self
    public ShiftSwap answerSwap(UUID swapId, NewSwapAnswer body, String idempotencyKey) {
        return answers.swap(swaps.answer(swapId, body.getAgrees()));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public ShiftSwap decideSwap(UUID swapId, NewSwapDecision body, String idempotencyKey) {
        return answers.swap(swaps.decide(swapId, body.getGranted()));
    }

    @Override
    @Self
    public ShiftSwap withdrawSwap(UUID swapId, String idempotencyKey) {
        return answers.swap(swaps.withdraw(swapId));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterProposalPage listRosterProposals(Integer pageSize, String pageAfter) {
        Page<RunView> page = proposals.page(PageRequest.of(pageSize, pageAfter));
        return new RosterProposalPage().items(page.items().stream().map(RosterAnswers::proposal).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterProposal proposeRoster(NewRosterProposal body, String idempotencyKey) {
        return RosterAnswers.proposal(proposals.start(body.getFrom(), body.getDays()));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterProposal getRosterProposal(UUID proposalId) {
        return RosterAnswers.proposal(proposals.get(proposalId));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterProposal cancelRosterProposal(UUID proposalId, String idempotencyKey) {
        return RosterAnswers.proposal(proposals.cancel(proposalId));
    }

    @Override
    @Allowed(Permission.ROSTER_MANAGE)
    public RosterProposal applyRosterProposal(UUID proposalId, String idempotencyKey) {
        return RosterAnswers.proposal(proposals.apply(proposalId));
    }
}
