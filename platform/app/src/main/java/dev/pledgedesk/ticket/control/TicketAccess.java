package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.tenancy.TicketSection.Workflow;
import dev.pledgedesk.ticket.TicketAction;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Which tickets a caller may see and what he may do with one now. What he may not see does not exist for him. */
@ApplicationScoped
public class TicketAccess {

    @Inject
    TicketRows tickets;

    @Inject
    Tenants tenants;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    /** The ticket, if the caller may see it; refused as not found otherwise. */
    public Ticket visible(UUID id) {
        Ticket ticket = tickets.get(id);
        if (!sees(ticket)) {
            throw Problem.notFound();
        }
        return ticket;
    }

    /** As {@link #visible}; a conflict if its content was removed, for what is written into it now nobody would remove. */
    public Ticket changeable(UUID id) {
        Ticket ticket = visible(id);
        if (ticket.emptiedAt() != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "ticket.emptied");
        }
        return ticket;
    }

    /** Whether the caller may see a ticket: staff and clients all, customers their own, holders of a link the one it leads to. */
    public boolean sees(Ticket ticket) {
        if (caller.isInside()) {
            return true;
        }
        return caller.isCustomer() && ticket.requesterId().equals(caller.id()) && (caller.ticketId() == null || caller.ticketId().equals(ticket.id()));
    }

    /** Whether the caller sees internal notes. */
    public boolean seesNotes() {
        return caller.isInside();
    }

    /** The configuration the ticket was made under. */
    public TenantConfig config(Ticket ticket) {
        return tenants.config(ticket.configVersion());
    }

    public Workflow workflow(Ticket ticket) {
        return config(ticket).workflowOf(ticket.type());
    }

    /** What the caller may do with the ticket now. */
    public Set<TicketAction> actions(Ticket ticket) {
        Set<TicketAction> actions = EnumSet.noneOf(TicketAction.class);
        if (ticket.emptiedAt() != null) {
            return actions;
        }
        Workflow workflow = workflow(ticket);
        boolean merged = ticket.mergedInto() != null;
        boolean done = ticket.statusCategory().isDone();
        boolean canReopen = !merged && done && workflow.next(ticket.status(), StatusCategory.OPEN).isPresent();
        boolean canClose = ticket.statusCategory() != StatusCategory.CLOSED && workflow.next(ticket.status(), StatusCategory.CLOSED).isPresent()
                || !done && workflow.next(ticket.status(), StatusCategory.SOLVED).isPresent();
        if (caller.may(Permission.TICKET_REPLY) && !merged && (ticket.statusCategory() != StatusCategory.CLOSED || canReopen || caller.isInside())) {
            actions.add(TicketAction.REPLY);
        }
        if (caller.may(Permission.TICKET_WRITE) && canClose) {
            actions.add(TicketAction.CLOSE);
        }
        if (caller.may(Permission.TICKET_WRITE) && canReopen) {
            actions.add(TicketAction.REOPEN);
        }
        if (caller.isInside()) {
            if (caller.may(Permission.TICKET_REPLY)) {
                actions.add(TicketAction.NOTE);
            }
            if (caller.may(Permission.TICKET_WRITE)) {
                actions.addAll(EnumSet.of(TicketAction.ASSIGN, TicketAction.CHANGE_PROPERTIES, TicketAction.TAG, TicketAction.WATCH, TicketAction.LINK));
                if (!merged) {
                    actions.addAll(EnumSet.of(TicketAction.CHANGE_STATUS, TicketAction.SPLIT));
                    // Two whom nobody knows are not known to be one.
                    if (!done && !customers.isAnonymous(ticket.requesterId())) {
                        actions.add(TicketAction.MERGE);
                    }
                }
            }
        }
        return actions;
    }
}
