package dev.pledgedesk.ticket;

import dev.pledgedesk.eventing.DeskEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to tickets. Ids and keys only. */
public sealed interface TicketEvent extends DeskEvent {

    /** The ticket. */
    UUID ticketId();

    @Override
    default UUID subjectId() {
        return ticketId();
    }

    /** A ticket was filed. */
    record Created(UUID ticketId, String number, String ticketType, UUID requesterId, String channel) implements TicketEvent {
        @Override
        public String type() {
            return CREATED;
        }
    }

    /** Properties of a ticket changed; category and assignee may be null. */
    record Changed(UUID ticketId, String number, List<String> fields, String status, String statusCategory, String priority, String category, UUID assigneeId) implements TicketEvent {
        @Override
        public String type() {
            return CHANGED;
        }
    }

    /**
     * Something was said in a ticket.
     *
     * @param promisedAt    a time that was promised with it; null for none
     * @param appointmentAt the time of an appointment that was made with it; null for none
     */
    record MessageAdded(UUID ticketId, String number, UUID messageId, boolean internal, String authorKind, Instant promisedAt, Instant appointmentAt) implements TicketEvent {
        @Override
        public String type() {
            return MESSAGE_ADDED;
        }
    }

    /** Type of {@link Created}. */
    String CREATED = "ticket.created";
    /** Type of {@link Changed}. */
    String CHANGED = "ticket.changed";
    /** Type of {@link MessageAdded}. */
    String MESSAGE_ADDED = "ticket.message-added";
}
