package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.OwnComplaint;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintCase;
import dev.pledgedesk.complaint.entity.ComplaintCases;
import dev.pledgedesk.complaint.entity.ComplaintTickets;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Puts complaints together as their readers see them. */
@ApplicationScoped
public class ComplaintAssembly {

    @Inject
    Regimes regimes;

    @Inject
    Timeline timeline;

    @Inject
    ComplaintCases cases;

    @Inject
    ComplaintTickets tickets;

    @Inject
    ComplaintAccess access;

    @Inject
    Clocks clocks;

    ComplaintSummary summary(Complaint c) {
        return new ComplaintSummary(c.id(), c.number(), c.customerId(), c.ticketId(), c.regime(), c.configVersion(), c.stage(), c.round(), c.ownerId(), c.receivedAt(), c.severity(), c.outcome());
    }

    ComplaintView view(Complaint c) {
        Regime regime = regimes.of(c);
        Stage stage = regimes.stage(c);
        List<EntryView> entries = timeline.of(c);
        List<Need> missing = c.isOpen() ? timeline.missing(stage, c, entries) : List.of();
        List<String> moves = c.isOpen() ? stage.next().stream().filter(next -> regime.stage(next).orElseThrow().kind() != StageKind.ARCHIVED).toList() : List.of();
        return new ComplaintView(c.id(), c.number(), c.customerId(), c.ticketId(), c.regime(), c.configVersion(), c.channel(), c.stage(), c.stageSince(), c.round(), c.level(), c.ownerId(),
                c.receivedAt(), c.filedAt(), c.filedBy(), c.severity(), c.isComplex(), c.fault(), c.occurredAt(), c.cause(), Timeline.texts(entries), missing, moves, access.isMine(c),
                stage.kind() == StageKind.ASKING, c.reminders(), c.exceptionBy(), c.outcome(), c.endedAt(), cases.of(c.id()).stream().map(asked -> view(c, asked, entries)).toList(),
                tickets.of(c.id()), c.version());
    }

    /** What a department reads of it: what the customer complains of, and the question. */
    CaseView view(Complaint c, ComplaintCase asked) {
        return view(c, asked, timeline.of(c));
    }

    static CaseView view(Complaint c, ComplaintCase asked, List<EntryView> entries) {
        Optional<EntryView> question = entry(entries, EntryKind.ASKED, asked);
        Optional<EntryView> opinion = entry(entries, EntryKind.OPINION, asked);
        return new CaseView(asked.id(), c.id(), c.number(), asked.department(), asked.round(), asked.state(), Timeline.texts(entries).get(Need.CONTENT), question.map(EntryView::words).orElse(null),
                asked.openedAt(), opinion.map(EntryView::words).orElse(null), opinion.map(EntryView::actor).orElse(null), asked.endedAt());
    }

    private static Optional<EntryView> entry(List<EntryView> entries, EntryKind kind, ComplaintCase asked) {
        return entries.stream().filter(e -> e.kind() == kind && asked.id().equals(e.caseId())).findFirst();
    }

    OwnComplaint own(Complaint c) {
        Stage stage = regimes.stage(c);
        return new OwnComplaint(c.id(), c.number(), stage.name(), c.receivedAt(), stage.kind() == StageKind.ASKING, c.outcome(), c.endedAt(),
                clocks.of(c.id()).stream().filter(clock -> clock.shown() && clock.reading().state() != ClockState.CANCELLED).toList());
    }
}
