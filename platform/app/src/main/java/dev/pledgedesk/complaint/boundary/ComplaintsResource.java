package dev.pledgedesk.complaint.boundary;

import dev.pledgedesk.api.ComplaintsApi;
import dev.pledgedesk.api.model.ClockList;
import dev.pledgedesk.api.model.Complaint;
import dev.pledgedesk.api.model.ComplaintCase;
import dev.pledgedesk.api.model.ComplaintCasePage;
import dev.pledgedesk.api.model.ComplaintCause;
import dev.pledgedesk.api.model.ComplaintCauseList;
import dev.pledgedesk.api.model.ComplaintForm;
import dev.pledgedesk.api.model.ComplaintPage;
import dev.pledgedesk.api.model.ComplaintReason;
import dev.pledgedesk.api.model.ComplaintTimeline;
import dev.pledgedesk.api.model.NewComplaint;
import dev.pledgedesk.api.model.NewComplaintCase;
import dev.pledgedesk.api.model.NewComplaintException;
import dev.pledgedesk.api.model.NewComplaintMove;
import dev.pledgedesk.api.model.NewComplaintOpinion;
import dev.pledgedesk.api.model.NewComplaintSatisfaction;
import dev.pledgedesk.api.model.NewComplaintTicket;
import dev.pledgedesk.api.model.NewComplaintWord;
import dev.pledgedesk.api.model.NewOwnSatisfaction;
import dev.pledgedesk.api.model.OwnComplaintList;
import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.complaint.EvidencePack;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Requesters;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.promise.ClockAnswers;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.rest.Enums;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Complaints over REST. */
@RequestScoped
public class ComplaintsResource implements ComplaintsApi {

    @Inject
    ComplaintDesk complaints;

    @Inject
    EvidencePack evidence;

    @Inject
    ClockAnswers clocks;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.COMPLAINT_READ)
    public ComplaintPage listComplaints(Boolean all, Boolean mine, String stage, Integer pageSize, String pageAfter) {
        Page<ComplaintSummary> page = complaints.page(!Boolean.TRUE.equals(all), Boolean.TRUE.equals(mine) ? caller.id() : null, stage, PageRequest.of(pageSize, pageAfter));
        return new ComplaintPage().items(page.items().stream().map(ComplaintAnswers::summary).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.COMPLAINT_FILE)
    public Complaint fileComplaint(NewComplaint body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.file(new ComplaintDraft(body.getTicketId(),
                Requesters.of(body.getRequester()), body.getFields(), body.getRegime(), Enums.key(body.getChannel()), body.getReceivedAt(),
                ComplaintAnswers.form(body.getForm()))));
    }

    @Override
    @Allowed(Permission.COMPLAINT_READ)
    public Complaint getComplaint(UUID complaintId) {
        return ComplaintAnswers.complaint(complaints.get(complaintId));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint writeComplaint(UUID complaintId, ComplaintForm body, String ifMatch) {
        return ComplaintAnswers.complaint(complaints.write(complaintId, ETags.required(ifMatch), ComplaintAnswers.form(body)));
    }

    @Override
    @Allowed(Permission.COMPLAINT_READ)
    public ComplaintTimeline listComplaintEntries(UUID complaintId) {
        return new ComplaintTimeline().items(complaints.timeline(complaintId).stream().map(ComplaintAnswers::entry).toList());
    }

    @Override
    @Allowed(Permission.COMPLAINT_READ)
    public ClockList listComplaintClocks(UUID complaintId) {
        return clocks.list(complaints.clocks(complaintId));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint moveComplaint(UUID complaintId, NewComplaintMove body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.move(complaintId, body.getTo(), body.getNote()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint tellComplainant(UUID complaintId, NewComplaintWord body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.tell(complaintId, Enums.key(body.getWhat()), body.getText(), Enums.key(body.getChannel())));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint linkComplaintTicket(UUID complaintId, NewComplaintTicket body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.link(complaintId, body.getTicketId()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint askDepartment(UUID complaintId, NewComplaintCase body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.ask(complaintId, body.getDepartment(), body.getQuestion()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint withdrawComplaintCase(UUID complaintId, UUID caseId, ComplaintReason body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.withdrawCase(complaintId, caseId, body.getReason()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint recordSatisfaction(UUID complaintId, NewComplaintSatisfaction body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.satisfaction(complaintId, body.getSatisfied(), Enums.key(body.getChannel()), body.getProof()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Complaint askComplaintException(UUID complaintId, ComplaintReason body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.askException(complaintId, body.getReason()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_APPROVE)
    public Complaint decideComplaintException(UUID complaintId, NewComplaintException body, String idempotencyKey) {
        return ComplaintAnswers.complaint(complaints.decideException(complaintId, body.getGranted(), body.getReason()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response takeComplaintEvidence(UUID complaintId, Boolean internal) {
        EvidencePack.Gathered gathered = evidence.gather(complaintId, Boolean.TRUE.equals(internal));
        return Download.archive("evidence.zip", out -> evidence.write(gathered, out));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public ComplaintCauseList listComplaintCauses(Integer days) {
        return new ComplaintCauseList().items(complaints.causes(days).stream().map(c -> new ComplaintCause().cause(c.cause()).lately(c.lately()).before(c.before()).pattern(c.pattern())).toList());
    }

    @Override
    @Allowed(Permission.COMPLAINT_ANSWER)
    public ComplaintCasePage listComplaintCases(Boolean all, Integer pageSize, String pageAfter) {
        Page<CaseView> page = complaints.cases(!Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter));
        return new ComplaintCasePage().items(page.items().stream().map(ComplaintAnswers::asked).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.COMPLAINT_ANSWER)
    public ComplaintCase getComplaintCase(UUID caseId) {
        return ComplaintAnswers.asked(complaints.getCase(caseId));
    }

    @Override
    @Allowed(Permission.COMPLAINT_ANSWER)
    public ComplaintCase giveComplaintOpinion(UUID caseId, NewComplaintOpinion body, String idempotencyKey) {
        return ComplaintAnswers.asked(complaints.answer(caseId, body.getOpinion()));
    }

    @Override
    @Allowed(Permission.COMPLAINT_READ)
    public ComplaintPage listTicketComplaints(UUID ticketId) {
        Page<ComplaintSummary> page = new Page<>(complaints.ofTicket(ticketId), null);
        return new ComplaintPage().items(page.items().stream().map(ComplaintAnswers::summary).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public OwnComplaintList listOwnComplaints(UUID ticketId) {
        return new OwnComplaintList().items(complaints.own(ticketId).stream().map(c -> ComplaintAnswers.own(c, language.locale(), clocks.list(c.clocks()).getItems())).toList());
    }

    @Override
    @Self
    public void sayOwnSatisfaction(UUID complaintId, NewOwnSatisfaction body, String idempotencyKey) {
        complaints.ownSatisfaction(complaintId, body.getSatisfied(), body.getRemark());
    }
}
