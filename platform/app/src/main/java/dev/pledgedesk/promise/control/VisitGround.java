package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** An appointment that was made with a customer gives a reason to open his contacts until it was kept or called off. */
@ApplicationScoped
public class VisitGround implements ReadingGround {

    @Inject
    TicketReading tickets;

    @Inject
    ClockBook book;

    @Override
    public ReadingPurpose purpose() {
        return ReadingPurpose.VISIT;
    }

    @Override
    public Optional<String> live(UUID customerId, UUID ticketId) {
        TicketDetails ticket = tickets.get(ticketId);
        if (!ticket.requester().id().equals(customerId)) {
            throw Problem.notFound();
        }
        return book.of(ticketId, false).stream().anyMatch(c -> c.isOpen() && c.metric() == Metric.APPOINTMENT) ? Optional.of(ticket.number()) : Optional.empty();
    }
}
