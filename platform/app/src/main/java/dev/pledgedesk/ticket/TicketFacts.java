package dev.pledgedesk.ticket;

import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.ticket.control.FieldClasses;
import dev.pledgedesk.ticket.control.TicketAccess;
import dev.pledgedesk.ticket.control.TicketText;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What analyses read of tickets: keys and times, and values of the fields that they name; no words of anybody. Asks for no permission: who analyses is known above this room only. */
@ApplicationScoped
@Transactional
public class TicketFacts {

    /**
     * One ticket; category, team and department may be null.
     *
     * @param fields values of the fields that were asked for, by key
     */
    public record Fact(UUID id, UUID requester, String type, String category, String channel, String priority, String status, String statusCategory, String team, String department,
            Instant createdAt, Instant updatedAt, Map<String, Object> fields) {
    }

    /**
     * Which tickets.
     *
     * @param types keys of types; empty for all
     * @param from  filed then or later; until is later than the latest
     */
    public record Wanted(Set<String> types, Instant from, Instant until) {
    }

    @Inject
    TicketRows tickets;

    @Inject
    TicketAccess access;

    @Inject
    FieldClasses classes;

    @Inject
    TicketText text;

    @Inject
    PersonalData personalData;

    /** Some tickets in the order of their ids, from the one after {@code after} on. */
    public List<Fact> after(UUID after, Wanted wanted, Collection<String> fields, int atMost) {
        List<Ticket> found = tickets.filedBetween(after, wanted.types(), wanted.from(), wanted.until(), atMost);
        personalData.fetch(found.stream().map(Ticket::requesterId).distinct().toList());
        return found.stream().map(t -> new Fact(t.id(), t.requesterId(), t.type(), t.category(), t.channel(), t.priority(), t.status(), t.statusCategory().key(), t.team(), t.department(),
                t.createdAt(), t.updatedAt(), values(t, fields))).toList();
    }

    private Map<String, Object> values(Ticket ticket, Collection<String> fields) {
        Map<String, Object> values = new LinkedHashMap<>(fields.isEmpty() ? Map.of() : text.fields(ticket));
        values.keySet().retainAll(fields);
        // What was personal when the ticket was filed is so still, whatever the configuration of today says.
        access.config(ticket).ticketType(ticket.type()).ifPresent(type -> values.keySet().removeAll(classes.personal(type)));
        return values;
    }
}
