package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintCase;
import dev.pledgedesk.complaint.entity.ComplaintCases;
import dev.pledgedesk.complaint.entity.ComplaintEntry.What;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.OrganisationSection.Department;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What departments are asked, and what they say; each its own clock. */
@ApplicationScoped
@Transactional
public class CaseTransactions {

    @Inject
    Complaints complaints;

    @Inject
    ComplaintCases cases;

    @Inject
    ComplaintAccess access;

    @Inject
    ComplaintAssembly assembly;

    @Inject
    ComplaintClocks complaintClocks;

    @Inject
    CaseClocks clocks;

    @Inject
    ComplaintNews news;

    @Inject
    Timeline timeline;

    @Inject
    Tenants tenants;

    @Inject
    Staff staff;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public ComplaintView ask(UUID complaintId, String departmentKey, String question) {
        Complaint complaint = access.toChange(complaintId);
        Department department = tenants.config().organisation().department(departmentKey)
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/department", "field.unknown-key", departmentKey)));
        String words = ComplaintTransactions.WORDS.take(question, "/question");
        if (cases.of(complaintId).stream().anyMatch(c -> c.department().equals(departmentKey) && c.endedAt() == null)) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.asked-already");
        }
        ComplaintCase asked = cases.add(new ComplaintCase(Ids.next(), complaintId, departmentKey, complaint.round(), clock.now()));
        timeline.write(complaint, new What(EntryKind.ASKED, departmentKey, null, asked.id()), words);
        clocks.follow(complaint, asked);
        news.tellOfCase(clocks.of(departmentKey), "complaint-asked", asked.id(), complaint, department.name());
        return assembly.view(complaint);
    }

    public ComplaintView withdraw(UUID complaintId, UUID caseId, String reason) {
        Complaint complaint = access.toChange(complaintId);
        ComplaintCase asked = cases.find(caseId).filter(c -> c.complaintId().equals(complaintId)).orElseThrow(Problem::notFound);
        String words = ComplaintTransactions.WORDS.take(reason, "/reason");
        asked.withdraw(clock.now());
        timeline.write(complaint, new What(EntryKind.CASE_WITHDRAWN, asked.department(), null, caseId), words);
        clocks.follow(complaint, asked);
        return assembly.view(complaint);
    }

    public CaseView answer(UUID caseId, String opinion) {
        // Locked before the case is read: of two who answer at once the second one is told so.
        Complaint complaint = complaints.held(cases.complaintOf(caseId));
        ComplaintCase asked = visible(caseId);
        complaint.requireOpen();
        String words = ComplaintTransactions.WORDS.take(opinion, "/opinion");
        asked.answer(clock.now());
        timeline.write(complaint, new What(EntryKind.OPINION, asked.department(), null, caseId), words);
        clocks.follow(complaint, asked);
        LocalizedText department = tenants.config().organisation().department(asked.department()).map(Department::name).orElse(LocalizedText.same(asked.department()));
        news.tell(complaintClocks.concerned(complaint), "complaint-opinion", complaint, department);
        return assembly.view(complaint, asked);
    }

    public CaseView get(UUID caseId) {
        ComplaintCase asked = visible(caseId);
        return assembly.view(complaints.get(asked.complaintId()), asked);
    }

    public Page<CaseView> page(boolean openOnly, PageRequest request) {
        String department = department();
        if (caller.kind() == CallerKind.STAFF && department == null) {
            return new Page<>(List.of(), null);
        }
        Page<ComplaintCase> page = cases.page(department, openOnly, request);
        List<Complaint> about = complaints.findAll(page.items().stream().map(ComplaintCase::complaintId).collect(Collectors.toSet()));
        Map<UUID, List<EntryView>> entries = timeline.of(about);
        Map<UUID, Complaint> byId = about.stream().collect(Collectors.toMap(Complaint::id, Function.identity()));
        return page.map(c -> ComplaintAssembly.view(byId.get(c.complaintId()), c, entries.getOrDefault(c.complaintId(), List.of())));
    }

    /** A case of the caller's department; of any if a program asks. */
    private ComplaintCase visible(UUID caseId) {
        caller.require(Permission.COMPLAINT_ANSWER);
        ComplaintCase asked = cases.get(caseId);
        if (caller.kind() == CallerKind.STAFF && !Objects.equals(asked.department(), department())) {
            throw Problem.notFound();
        }
        return asked;
    }

    private String department() {
        return caller.kind() == CallerKind.STAFF ? staff.get(caller.id()).department() : null;
    }
}
