package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.ticket.TicketState;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tickets, as clocks know them. */
@ApplicationScoped
public class TicketSubjects implements ClockSubjects {

    static final String TYPE = "ticket";

    @Inject
    TicketStates tickets;

    @Inject
    Staff staff;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        TicketState ticket = tickets.get(id);
        return new ClockSubject(id, LocalizedText.same(ticket.number()), ticket.team(), working(ticket));
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return config.policies().stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** The assignee, or the team as long as there is none. */
    private List<StaffView> working(TicketState ticket) {
        List<StaffView> working = new ArrayList<>();
        if (ticket.assigneeId() != null) {
            StaffView assignee = staff.get(ticket.assigneeId());
            if (assignee.active()) {
                working.add(assignee);
            }
        }
        return working.isEmpty() && ticket.team() != null ? staff.inTeam(ticket.team()) : working;
    }
}
