package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** A customer's complaint gives a reason to open his contacts until it ends. */
@ApplicationScoped
public class ComplaintGround implements ReadingGround {

    @Inject
    Complaints complaints;

    @Inject
    Caller caller;

    @Override
    public ReadingPurpose purpose() {
        return ReadingPurpose.COMPLAINT;
    }

    @Override
    public Optional<String> live(UUID customerId, UUID complaintId) {
        caller.require(Permission.COMPLAINT_READ);
        Complaint complaint = complaints.find(complaintId).filter(c -> c.customerId().equals(customerId)).orElseThrow(Problem::notFound);
        return complaint.isOpen() ? Optional.of(complaint.number()) : Optional.empty();
    }
}
