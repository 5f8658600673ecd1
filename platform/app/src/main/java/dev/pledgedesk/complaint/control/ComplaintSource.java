package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.quality.ActionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Complaints give rise to corrective actions. */
@ApplicationScoped
public class ComplaintSource implements ActionSource {

    @Inject
    Complaints complaints;

    @Override
    public boolean has(UUID id) {
        return complaints.find(id).isPresent();
    }
}
