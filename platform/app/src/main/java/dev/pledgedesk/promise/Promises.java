package dev.pledgedesk.promise;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.control.PromiseTransactions;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The promises of the tenant of the request, with their explanation. */
@ApplicationScoped
public class Promises {

    @Inject
    PromiseTransactions transactions;

    @Inject
    TicketReading tickets;

    @Inject
    DataRequests dataRequests;

    @Inject
    Caller caller;

    /** Those of a ticket that the caller may see, the oldest first; a customer gets those that he is told of. */
    public List<ClockView> of(UUID ticketId) {
        tickets.get(ticketId);
        return transactions.of(ticketId).stream().filter(clock -> caller.isInside() || clock.shown()).toList();
    }

    /** Those of what a person has asked for, the oldest first. */
    public List<ClockView> ofDataRequest(UUID requestId) {
        dataRequests.get(requestId);
        return transactions.of(requestId);
    }

    /** When the next running promise of each of some tickets is due; tickets without one are left out. For lists of tickets that the caller may see. */
    public Map<UUID, Instant> nextDue(Collection<UUID> ticketIds) {
        return transactions.nextDue(ticketIds);
    }

    /** Somebody says that a time which was named, or an appointment, was kept; refused as a conflict if it has ended already. */
    public ClockView kept(UUID ticketId, UUID clockId) {
        caller.require(Permission.TICKET_REPLY);
        if (!caller.isInside()) {
            throw Problem.denied();
        }
        tickets.get(ticketId);
        return transactions.kept(ticketId, clockId);
    }
}
