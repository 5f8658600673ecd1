package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintCase;
import dev.pledgedesk.complaint.entity.ComplaintCases;
import dev.pledgedesk.complaint.entity.ComplaintEntry.What;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Silence;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import dev.pledgedesk.tenancy.MailSection.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** How complaints end: when the customer is satisfied, when he stays silent, or by an exception that somebody else has approved. Not satisfied, they go round again, one level up. */
@ApplicationScoped
@Transactional
public class ClosingTransactions {

    @Inject
    Complaints complaints;

    @Inject
    ComplaintCases cases;

    @Inject
    ComplaintAccess access;

    @Inject
    ComplaintAssembly assembly;

    @Inject
    CaseClocks caseClocks;

    @Inject
    Regimes regimes;

    @Inject
    StageReached reached;

    @Inject
    DueWork dueWork;

    @Inject
    ComplaintNews news;

    @Inject
    Timeline timeline;

    @Inject
    Staff staff;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /**
     * Staff note what the customer has said.
     *
     * @param proof how it can be shown that he did
     */
    public ComplaintView satisfaction(UUID id, boolean satisfied, String channel, String proof) {
        Complaint complaint = access.toChange(id);
        say(complaint, satisfied, channel, ComplaintTransactions.WORDS.take(proof, "/proof"));
        return assembly.view(complaint);
    }

    /** The customer says it himself, in the portal; a remark may be null. */
    public void ownSatisfaction(UUID id, boolean satisfied, String remark) {
        Complaint complaint = access.own(id);
        say(complaint, satisfied, "portal", remark == null || remark.isBlank() ? null : ComplaintTransactions.WORDS.take(remark, "/remark"));
    }

    private void say(Complaint complaint, boolean satisfied, String channel, String words) {
        Regime regime = regimes.of(complaint);
        if (satisfied) {
            complaint.satisfied(regime, clock.now());
            timeline.write(complaint, new What(EntryKind.SATISFIED, null, channel, null), words);
            ended(complaint);
        } else {
            complaint.notSatisfied(regime, clock.now());
            timeline.write(complaint, new What(EntryKind.NOT_SATISFIED, null, channel, null), words);
            withdrawCases(complaint);
            reached.follow(complaint);
            news.tell(staff.inRoles(regimes.responsible(complaint)), "complaint-again", complaint, regimes.stage(complaint).name());
        }
        complaints.flush();
    }

    public ComplaintView askException(UUID id, String reason) {
        Complaint complaint = access.toChange(id);
        String words = ComplaintTransactions.WORDS.take(reason, "/reason");
        complaint.askException(caller.actor());
        timeline.write(complaint, new What(EntryKind.EXCEPTION_ASKED, null, null, null), words);
        news.tell(staff.holding(Permission.COMPLAINT_APPROVE).stream().filter(m -> !m.id().equals(caller.id())).toList(), "complaint-exception", complaint, regimes.of(complaint).name());
        complaints.flush();
        return assembly.view(complaint);
    }

    public ComplaintView decideException(UUID id, boolean granted, String reason) {
        Complaint complaint = complaints.held(id);
        String words = ComplaintTransactions.WORDS.take(reason, "/reason");
        complaint.decideException(regimes.of(complaint), granted, caller.actor(), clock.now());
        timeline.write(complaint, new What(EntryKind.EXCEPTION_DECIDED, null, granted ? "granted" : "refused", null), words);
        if (granted) {
            ended(complaint);
        }
        complaints.flush();
        return assembly.view(complaint);
    }

    /** It is time: the customer is reminded once more, or has been silent for too long. Nothing if he has answered. */
    public void remind(UUID id) {
        Complaint complaint = complaints.held(id);
        dueWork.done(ComplaintReminder.KIND, List.of(id));
        Silence silence = regimes.of(complaint).silence();
        if (silence == null || !complaint.isOpen() || regimes.stage(complaint).kind() != StageKind.ASKING) {
            return;
        }
        if (complaint.reminders() < silence.reminders() || !reached.canBeAsked(complaint)) {
            // Who has no mail address was not reminded, and his silence says nothing.
            if (reached.ask(complaint, Kind.COMPLAINT_REMINDER)) {
                complaint.reminded();
                timeline.write(complaint, EntryKind.REMINDED, null, Integer.toString(complaint.reminders()));
            }
        } else {
            complaint.unconfirmed(regimes.of(complaint), clock.now());
            ended(complaint);
        }
    }

    /** Its customer is being forgotten. */
    public void forget(UUID customer) {
        complaints.ofCustomer(customer).stream().filter(Complaint::isOpen).forEach(complaint -> {
            complaint.forgotten(regimes.of(complaint), clock.now());
            ended(complaint);
        });
    }

    /** Departments that were asked are asked no more. */
    private void ended(Complaint complaint) {
        timeline.write(complaint, EntryKind.CLOSED, null, complaint.outcome().key());
        withdrawCases(complaint);
        reached.follow(complaint);
        if (complaint.outcome() == ComplaintOutcome.UNCONFIRMED) {
            news.tellRoles(regimes.responsible(complaint), "complaint-unconfirmed", complaint, regimes.of(complaint).name());
        }
    }

    private void withdrawCases(Complaint complaint) {
        cases.of(complaint.id()).stream().filter(c -> c.endedAt() == null).forEach(asked -> {
            asked.withdraw(clock.now());
            caseClocks.follow(complaint, asked);
        });
    }
}
