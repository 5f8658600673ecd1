package dev.pledgedesk.ticket;

import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has worked on which tickets, in ids and numbers. Asks for no permission: who reads it is known above this room only. */
@ApplicationScoped
@Transactional
public class TicketWork {

    /** A ticket that was solved, and whose it was then. */
    public record Done(UUID ticketId, UUID staffId) {
    }

    /** A ticket that was solved, and whose request it was. */
    public record Served(UUID ticketId, UUID customerId) {
    }

    @Inject
    TicketRows tickets;

    /** How many tickets were solved in a half-open time and are still, by whose they were. */
    public Map<UUID, Long> solved(Instant from, Instant until) {
        return tickets.solvedBy(from, until);
    }

    /** Tickets that were solved in a half-open time and are still; of some types, or of all if none is named. */
    public List<Done> done(Instant from, Instant until, Collection<String> types) {
        return tickets.done(from, until, types);
    }

    /** Tickets that were solved in a half-open time and are still, with their customers; of some types, or of all if none is named. */
    public List<Served> served(Instant from, Instant until, Collection<String> types) {
        return tickets.served(from, until, types);
    }

    /** Numbers of tickets by id. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : tickets.numbers(ids);
    }

    /** Whose a ticket was when it was solved; null for nobody's. */
    public UUID solvedBy(UUID id) {
        return tickets.get(id).solvedBy();
    }

    /** When tickets were solved, by id; without those that are not. */
    public Map<UUID, Instant> solvedAt(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : tickets.solvedAt(ids);
    }
}
