package dev.pledgedesk.complaint.control;

import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A ticket of some types is a complaint from the moment it is filed, however it came in, and complaints go along with tickets that are merged; part of those transactions. */
@ApplicationScoped
public class ComplaintOpener {

    @Inject
    ComplaintTransactions transactions;

    @Inject
    TicketStates tickets;

    @Inject
    Regimes regimes;

    @Inject
    FormInHand form;

    void merged(@Observes TicketEvent.Changed event) {
        if (event.fields().contains("merged-into")) {
            transactions.follow(event.ticketId(), tickets.get(event.ticketId()).mergedInto());
        }
    }

    void filed(@Observes TicketEvent.Created event) {
        if (!form.isFiling()) {
            regimes.forType(event.ticketType()).ifPresent(regime -> transactions.openFor(tickets.get(event.ticketId()), regime));
        }
    }
}
