package dev.pledgedesk.promise.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.promise.entity.PromiseClocks;
import dev.pledgedesk.promise.entity.PromiseClocks.Under;
import dev.pledgedesk.tenancy.PromiseSection.Priority;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.TicketState;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The transactions of {@link PolicyReach}. */
@ApplicationScoped
@Transactional
public class PolicyReachSteps {

    @Inject
    PromiseClocks clocks;

    @Inject
    ClockBook book;

    @Inject
    TicketStates tickets;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    /** Earlier policies whose clocks are to follow a newer one. */
    public List<Under> following() {
        return clocks.behind(TicketSubjects.TYPE, tenants.current().configVersion()).stream().filter(under -> tenants.config(under.configVersion()).policies().stream()
                .anyMatch(policy -> policy.key().equals(under.policy()) && policy.options().policy() == Priority.RETARGET)).toList();
    }

    /** Tickets with open clocks under one of them, in the order of their ids. */
    public List<UUID> under(Under under, UUID after, int atMost) {
        return clocks.under(TicketSubjects.TYPE, under, after, atMost);
    }

    /** Lets the clocks of a ticket follow the policy of today, as far as theirs asks for it. */
    public void follow(UUID ticketId) {
        List<Running> all = book.of(ticketId, true);
        TicketState ticket = tickets.get(ticketId);
        new ClockRules(book, ClockTimer.PLATFORM).changed(all, ticket, tenants.config().policyFor(ticket.type()), List.of());
        book.schedule(ticketId, all);
    }

    public void done(List<UUID> ids) {
        dueWork.done(PolicyReach.KIND, ids);
    }
}
