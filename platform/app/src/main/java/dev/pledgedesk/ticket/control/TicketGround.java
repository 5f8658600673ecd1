package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** A customer's ticket gives a reason to open his contacts until it is closed. */
@ApplicationScoped
public class TicketGround implements ReadingGround {

    @Inject
    TicketAccess access;

    @Inject
    Caller caller;

    @Override
    public ReadingPurpose purpose() {
        return ReadingPurpose.TICKET;
    }

    @Override
    public Optional<String> live(UUID customerId, UUID ticketId) {
        caller.require(Permission.TICKET_READ);
        Ticket ticket = access.visible(ticketId);
        if (!ticket.requesterId().equals(customerId)) {
            throw Problem.notFound();
        }
        return ticket.statusCategory() == StatusCategory.CLOSED ? Optional.empty() : Optional.of(ticket.number());
    }
}
