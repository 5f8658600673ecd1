package dev.pledgedesk.ticket;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TicketSection.Status;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.control.ChangeLog.Changes;
import dev.pledgedesk.ticket.control.ChangeTransaction;
import dev.pledgedesk.ticket.control.MessageWriter;
import dev.pledgedesk.ticket.control.TicketAccess;
import dev.pledgedesk.ticket.control.TicketAssembly;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is said in a ticket: public replies and internal notes. */
@ApplicationScoped
@Transactional
public class Conversation {

    /**
     * What somebody says.
     *
     * @param internal      a note for staff only
     * @param status        status to set in the same move, null for what the workflow does by itself
     * @param channel       null for the usual one
     * @param promisedAt    a time that staff promise with it, such as to call back; null for none
     * @param appointmentAt the time of an appointment that staff make with it; null for none
     */
    public record NewMessage(boolean internal, String body, String channel, String status, List<UUID> attachmentIds, Instant promisedAt, Instant appointmentAt) {

        public NewMessage(boolean internal, String body, String channel, String status, List<UUID> attachmentIds) {
            this(internal, body, channel, status, attachmentIds, null, null);
        }
    }

    /** Furthest that a time may be promised. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Inject
    TicketAccess access;

    @Inject
    TicketAssembly assembly;

    @Inject
    MessageWriter writer;

    @Inject
    ChangeTransaction changing;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /**
     * Adds a message. A customer's reply wakes a ticket that waits for him and reopens a solved one; the first public reply of staff opens a new one;
     * a status that is given wins over both.
     */
    public MessageView add(UUID ticketId, NewMessage draft) {
        return add(ticketId, draft, !caller.isInside() ? "portal" : draft.channel() == null ? "email" : draft.channel());
    }

    /** The same for what a customer, who is the caller, has said elsewhere than on the portal: the draft's channel. */
    public MessageView hear(UUID ticketId, NewMessage draft) {
        return add(ticketId, draft, draft.channel());
    }

    private MessageView add(UUID ticketId, NewMessage draft, String channel) {
        caller.require(Permission.TICKET_REPLY);
        Ticket ticket = access.changeable(ticketId);
        if (!caller.isInside() && draft.internal()) {
            throw Problem.denied();
        }
        if (draft.body().isBlank()) {
            throw Problem.invalid(new FieldError("/body", "field.required"));
        }
        if (!draft.internal() && !access.actions(ticket).contains(TicketAction.REPLY)) {
            throw Problem.of(Problem.Kind.CONFLICT, "ticket.closed-for-replies");
        }
        requireTime(draft.promisedAt(), "/promisedAt");
        requireTime(draft.appointmentAt(), "/appointmentAt");
        Message message = writer.write(ticket, new MessageWriter.Draft(draft.internal(), draft.body(), channel, draft.attachmentIds(), draft.promisedAt(), draft.appointmentAt()), false);
        Changes changes = new Changes();
        if (draft.status() != null) {
            if (!caller.isInside()) {
                changing.requireCustomersMove(ticket, draft.status());
            }
            changing.move(ticket, draft.status(), changes);
        } else if (!draft.internal()) {
            ownMove(ticket).ifPresent(next -> changing.move(ticket, next.key(), changes));
        }
        ticket.touch(clock.now());
        journal.write(new Journal.Entry(caller.actor(), draft.internal() ? "ticket.noted" : "ticket.replied", "ticket", ticketId,
                Map.of("message", message.id().toString())));
        changing.finish(ticket, changes);
        return assembly.messages(ticket, List.of(message)).get(0);
    }

    private void requireTime(Instant named, String pointer) {
        if (named == null) {
            return;
        }
        if (!caller.isInside()) {
            throw Problem.denied();
        }
        if (!named.isAfter(clock.now()) || named.isAfter(clock.now().plus(FURTHEST))) {
            throw Problem.invalid(new FieldError(pointer, "promise.no-time"));
        }
    }

    private Optional<Status> ownMove(Ticket ticket) {
        StatusCategory now = ticket.statusCategory();
        boolean opens = caller.isInside() ? now == StatusCategory.NEW : now == StatusCategory.PENDING || now.isDone();
        return opens ? access.workflow(ticket).next(ticket.status(), StatusCategory.OPEN) : Optional.empty();
    }
}
