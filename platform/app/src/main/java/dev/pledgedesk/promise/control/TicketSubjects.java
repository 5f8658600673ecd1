package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.ticket.TicketState;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
        return all(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    @Override
    public List<ClockSubject> all(Collection<UUID> ids) {
        Map<String, List<StaffView>> teams = new HashMap<>();
        return tickets.all(ids).stream().map(ticket -> new ClockSubject(ticket.id(), LocalizedText.same(ticket.number()), ticket.team(),
                working(ticket, team -> teams.computeIfAbsent(team, staff::inTeam)))).toList();
    }

    @Override
    public UUID answerable(UUID id) {
        return tickets.assignee(id);
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return config.policies().stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** The assignee, or the team as long as there is none. */
    private List<StaffView> working(TicketState ticket, Function<String, List<StaffView>> members) {
        List<StaffView> working = new ArrayList<>();
        if (ticket.assigneeId() != null) {
            StaffView assignee = staff.get(ticket.assigneeId());
            if (assignee.active()) {
                working.add(assignee);
            }
        }
        return working.isEmpty() && ticket.team() != null ? members.apply(ticket.team()) : working;
    }
}
