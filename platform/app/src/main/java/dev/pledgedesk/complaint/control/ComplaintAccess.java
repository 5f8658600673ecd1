package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;

/** Who may do something to a complaint: who looks after it, whoever has a role of its stage or is above, and programs that handle complaints. */
@ApplicationScoped
public class ComplaintAccess {

    @Inject
    Complaints complaints;

    @Inject
    Regimes regimes;

    @Inject
    Caller caller;

    /** One that the caller is about to change, held against others; refused unless it is his and open. */
    Complaint toChange(UUID id) {
        caller.require(Permission.COMPLAINT_HANDLE);
        Complaint complaint = complaints.held(id);
        complaint.requireOpen();
        if (!isMine(complaint)) {
            throw Problem.of(Problem.Kind.DENIED, "complaint.not-yours");
        }
        return complaint;
    }

    /** Whether the caller may do something to it. */
    boolean isMine(Complaint complaint) {
        return complaint.isOpen() && caller.may(Permission.COMPLAINT_HANDLE)
                && (caller.kind() != CallerKind.STAFF || caller.id().equals(complaint.ownerId()) || !Collections.disjoint(caller.roles(), regimes.hands(complaint)));
    }

    /** One of the customer who asks; refused as not found if it is not his. A link to one ticket opens that ticket's complaints. */
    Complaint own(UUID id) {
        Complaint complaint = complaints.held(id);
        if (!caller.isCustomer() || !caller.id().equals(complaint.customerId()) || caller.ticketId() != null && !caller.ticketId().equals(complaint.ticketId())) {
            throw Problem.notFound();
        }
        return complaint;
    }
}
