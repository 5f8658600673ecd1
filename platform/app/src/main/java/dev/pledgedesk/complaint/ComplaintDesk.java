package dev.pledgedesk.complaint;

import dev.pledgedesk.complaint.control.CaseTransactions;
import dev.pledgedesk.complaint.control.CausePatterns;
import dev.pledgedesk.complaint.control.ClosingTransactions;
import dev.pledgedesk.complaint.control.ComplaintTransactions;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Complaints of the tenant of the request. Whoever hears one opens its form; who looks after it takes it through the stages of its regime; departments are asked and answer; it ends when
 * its customer is satisfied, and otherwise only by his silence or by an exception that somebody else approves. What has ended cannot be changed.
 */
@ApplicationScoped
public class ComplaintDesk {

    /** What a customer can be told: what was verified, the result, or how far it is. */
    public static final Set<String> TOLD = Set.of("verified", "result", "progress");

    @Inject
    ComplaintTransactions complaints;

    @Inject
    CaseTransactions cases;

    @Inject
    ClosingTransactions closing;

    @Inject
    CausePatterns patterns;

    @Inject
    TicketReading tickets;

    @Inject
    Clocks clocks;

    @Inject
    Caller caller;

    /**
     * How often a cause has come up.
     *
     * @param lately in the last days
     * @param before in as many days before them
     */
    public record CauseCount(String cause, long lately, long before, boolean pattern) {
    }

    /** Every cause of the configuration that runs, in its order, counted over some days of 24 hours, 1 to 366. */
    public List<CauseCount> causes(int days) {
        caller.require(Permission.QUALITY_READ);
        return patterns.count(days);
    }

    /** Opens the form; a ticket is filed with it unless there is one. A conflict if the ticket has an open complaint already. */
    public ComplaintView file(ComplaintDraft draft) {
        caller.require(Permission.COMPLAINT_FILE);
        if ((draft.ticketId() == null) == (draft.requester() == null)) {
            throw Problem.invalid(new FieldError("/ticketId", "complaint.ticket-or-requester"));
        }
        if (draft.ticketId() != null) {
            tickets.get(draft.ticketId());
        }
        return complaints.file(draft);
    }

    /** Newest first; see {@link dev.pledgedesk.complaint.entity.Complaints#page}. */
    public Page<ComplaintSummary> page(boolean openOnly, UUID owner, String stage, PageRequest request) {
        caller.require(Permission.COMPLAINT_READ);
        return complaints.page(openOnly, owner, stage, request);
    }

    public ComplaintView get(UUID id) {
        caller.require(Permission.COMPLAINT_READ);
        return complaints.get(id);
    }

    /** What happened to it, the first thing first. */
    public List<EntryView> timeline(UUID id) {
        caller.require(Permission.COMPLAINT_READ);
        return complaints.timeline(id);
    }

    /** Its promises, the oldest first. */
    public List<ClockView> clocks(UUID id) {
        caller.require(Permission.COMPLAINT_READ);
        complaints.require(id);
        return clocks.of(id);
    }

    /** Those of a ticket that the caller may see, the newest first. */
    public List<ComplaintSummary> ofTicket(UUID ticketId) {
        caller.require(Permission.COMPLAINT_READ);
        tickets.get(ticketId);
        return complaints.ofTicket(ticketId);
    }

    /**
     * Writes into the form.
     *
     * @param version that the caller has read; null if he does not mind
     */
    public ComplaintView write(UUID id, Long version, ComplaintForm form) {
        return complaints.write(id, version, form);
    }

    /** Moves it on; what its stage needs first is refused field by field. */
    public ComplaintView move(UUID id, String to, String note) {
        return complaints.move(id, to, note);
    }

    /** Tells the customer something, or notes that it was said to him. */
    public ComplaintView tell(UUID id, String what, String text, String channel) {
        return complaints.tell(id, what, text, channel);
    }

    /** Another ticket belongs to it. */
    public ComplaintView link(UUID id, UUID ticketId) {
        tickets.get(ticketId);
        return complaints.link(id, ticketId);
    }

    /** Asks a department for its opinion. */
    public ComplaintView ask(UUID id, String department, String question) {
        return cases.ask(id, department, question);
    }

    /** Asks it no more. */
    public ComplaintView withdrawCase(UUID id, UUID caseId, String reason) {
        return cases.withdraw(id, caseId, reason);
    }

    /** What the caller's department is asked, newest first. */
    public Page<CaseView> cases(boolean openOnly, PageRequest request) {
        caller.require(Permission.COMPLAINT_ANSWER);
        return cases.page(openOnly, request);
    }

    /** One of them. */
    public CaseView getCase(UUID caseId) {
        return cases.get(caseId);
    }

    /** The department's opinion; once. */
    public CaseView answer(UUID caseId, String opinion) {
        return cases.answer(caseId, opinion);
    }

    /** Notes what the customer said when he was asked, with what shows that he did. */
    public ComplaintView satisfaction(UUID id, boolean satisfied, String channel, String proof) {
        return closing.satisfaction(id, satisfied, channel, proof);
    }

    /** Wants it closed without his satisfaction. */
    public ComplaintView askException(UUID id, String reason) {
        return closing.askException(id, reason);
    }

    /** Decides that; not by who has asked for it. */
    public ComplaintView decideException(UUID id, boolean granted, String reason) {
        caller.require(Permission.COMPLAINT_APPROVE);
        return closing.decideException(id, granted, reason);
    }

    /** Those of a ticket that its customer may see, as he sees them. */
    public List<OwnComplaint> own(UUID ticketId) {
        if (caller.isInside()) {
            caller.require(Permission.COMPLAINT_READ);
        }
        tickets.get(ticketId);
        return complaints.own(ticketId);
    }

    /** The customer says himself whether he is satisfied; a remark may be null. */
    public void ownSatisfaction(UUID id, boolean satisfied, String remark) {
        closing.ownSatisfaction(id, satisfied, remark);
    }
}
