package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintEvent;
import dev.pledgedesk.eventing.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is told of complaints. */
@ApplicationScoped
public class ComplaintEventTypes implements EventTypes {

    @Override
    public List<String> types() {
        return ComplaintEvent.types();
    }
}
