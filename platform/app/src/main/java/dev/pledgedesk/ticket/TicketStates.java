package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.control.TicketText;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where tickets stand, for rooms that follow them. Asks for no permission: who follows is known above this room only. */
@ApplicationScoped
@Transactional
public class TicketStates {

    @Inject
    TicketRows tickets;

    @Inject
    MessageRows messages;

    @Inject
    TicketText text;

    @Inject
    Customers customers;

    @Inject
    Tenants tenants;

    /** What its requester began it with; null if he was forgotten. */
    public String opening(UUID id) {
        Ticket ticket = tickets.get(id);
        return messages.page(id, false, PageRequest.first(1)).items().stream().findFirst().map(m -> text.body(ticket.requesterId(), m)).orElse(null);
    }

    /** Whose it is. */
    public UUID requester(UUID id) {
        return tickets.get(id).requesterId();
    }

    /** Who has it; null for nobody. */
    public UUID assignee(UUID id) {
        return tickets.get(id).assigneeId();
    }

    /** One of the tenant of the request; within a transaction that changes it, as it is then. */
    public TicketState get(UUID id) {
        return state(tickets.get(id));
    }

    /** As {@link #get}, several, in no order; those of other tenants are left out. */
    public List<TicketState> all(Collection<UUID> ids) {
        return tickets.findAll(ids).stream().map(this::state).toList();
    }

    /** Those of a customer that are not done. */
    public List<TicketState> openOf(UUID customer) {
        return tickets.openOf(customer).stream().map(this::state).toList();
    }

    private TicketState state(Ticket t) {
        // Nobody looks for a group where there are none.
        String group = tenants.config().tickets().customerGroups().isEmpty() ? null : customers.group(t.requesterId());
        return new TicketState(t.id(), t.number(), t.type(), t.category(), t.priority(), t.channel(), group, t.status(), t.statusCategory(), t.assigneeId(), t.team(), t.mergedInto(), t.createdAt());
    }
}
