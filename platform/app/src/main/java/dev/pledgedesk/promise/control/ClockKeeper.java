package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerGrouped;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketState;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the clocks of tickets in step, in the transaction of what happens to the ticket. */
@ApplicationScoped
public class ClockKeeper {

    @Inject
    ClockBook book;

    @Inject
    TicketStates tickets;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    void filed(@Observes TicketEvent.Created event) {
        Optional<Policy> policy = tenants.config().policyFor(event.ticketType());
        if (policy.isPresent()) {
            List<Running> all = new ArrayList<>();
            rules().filed(all, tickets.get(event.ticketId()), policy);
            book.schedule(event.ticketId(), all);
        }
    }

    void said(@Observes TicketEvent.MessageAdded event) {
        TicketState ticket = tickets.get(event.ticketId());
        List<Running> all = book.of(ticket.id(), true);
        rules().said(all, ticket, tenants.config().policyFor(ticket.type()), event);
        book.schedule(ticket.id(), all);
    }

    /** Tickets of his that are open may fall under other targets now. */
    void grouped(@Observes CustomerGrouped event) {
        tickets.openOf(event.customerId()).forEach(ticket -> {
            List<Running> all = book.of(ticket.id(), true);
            rules().changed(all, ticket, tenants.config().policyFor(ticket.type()), List.of("group"));
            book.schedule(ticket.id(), all);
        });
    }

    void changed(@Observes TicketEvent.Changed event) {
        TicketState ticket = tickets.get(event.ticketId());
        Optional<Policy> policy = tenants.config().policyFor(ticket.type());
        List<Running> all = book.of(ticket.id(), true);
        if (policy.isEmpty() && all.isEmpty()) {
            return;
        }
        if (event.fields().contains("merged-into")) {
            List<Running> others = book.of(ticket.mergedInto(), true);
            TicketState survivor = tickets.get(ticket.mergedInto());
            rules().merged(all, others, survivor, tenants.config().policyFor(survivor.type()));
            book.schedule(ticket.mergedInto(), others);
        } else {
            rules().changed(all, ticket, policy, event.fields());
        }
        book.schedule(ticket.id(), all);
    }

    private ClockRules rules() {
        return new ClockRules(book, caller.actor());
    }
}
