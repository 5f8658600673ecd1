package dev.pledgedesk.ticket;

import dev.pledgedesk.ticket.control.TicketAccess;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the ticket that a message from elsewhere belongs to. For the platform's own work: it asks for no permission but the caller's to answer. */
@ApplicationScoped
@Transactional
public class Belonging {

    /**
     * A ticket that could be meant.
     *
     * @param answered whether the caller can answer it as it stands
     */
    public record Place(UUID ticketId, UUID requesterId, boolean answered) {
    }

    @Inject
    TicketRows tickets;

    @Inject
    TicketAccess access;

    /** A ticket by id, or where it was merged into; empty if there is none, or its content was removed. */
    public Optional<Place> ticket(UUID id) {
        return tickets.find(id).map(this::end).filter(t -> t.emptiedAt() == null).map(this::place);
    }

    /** The same by number. */
    public Optional<Place> number(String number) {
        return tickets.byNumber(number).flatMap(t -> ticket(t.id()));
    }

    /** The one ticket of a customer that is neither solved nor closed; empty if there are none or several. */
    public Optional<Place> onlyOpen(UUID customer) {
        List<Ticket> open = tickets.openOf(customer);
        return open.size() == 1 ? ticket(open.get(0).id()) : Optional.empty();
    }

    private Ticket end(Ticket ticket) {
        return ticket.mergedInto() == null ? ticket : end(tickets.get(ticket.mergedInto()));
    }

    private Place place(Ticket ticket) {
        return new Place(ticket.id(), ticket.requesterId(), access.actions(ticket).contains(TicketAction.REPLY));
    }
}
