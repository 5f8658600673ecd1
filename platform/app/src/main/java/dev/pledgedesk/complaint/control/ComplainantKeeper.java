package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.CustomerKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever waits for what becomes of his complaint is still needed. */
@ApplicationScoped
public class ComplainantKeeper implements CustomerKeeper {

    @Inject
    Complaints complaints;

    @Override
    public Set<UUID> kept(Collection<UUID> customers) {
        return complaints.openAmong(customers);
    }
}
