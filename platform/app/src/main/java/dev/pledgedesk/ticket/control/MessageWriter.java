package dev.pledgedesk.ticket.control;

import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes a message with its files and makes it findable; part of the caller's transaction. */
@ApplicationScoped
public class MessageWriter {

    /** Most files of one message. */
    public static final int MAX_FILES = 10;

    /**
     * What is to be said.
     *
     * @param promisedAt    a time that is promised with it; null for none
     * @param appointmentAt the time of an appointment that is made with it; null for none
     */
    public record Draft(boolean internal, String body, String channel, List<UUID> attachmentIds, Instant promisedAt, Instant appointmentAt) {
    }

    @Inject
    MessageRows messages;

    @Inject
    AttachmentRows attachments;

    @Inject
    TicketIndex index;

    @Inject
    BlindIndex blindIndex;

    @Inject
    TicketText text;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Writes the message; the first one of a ticket is in the customer's name, whoever took it down. */
    public Message write(Ticket ticket, Draft draft, boolean first) {
        boolean byRequester = first || caller.isCustomer() || caller.isAnonymous();
        return write(ticket, draft, first, byRequester ? CallerKind.CUSTOMER.key() : caller.kind().key(), byRequester ? ticket.requesterId() : caller.id());
    }

    /** Writes a message of the platform itself, whoever calls. */
    public Message writeOfPlatform(Ticket ticket, Draft draft) {
        return write(ticket, draft, false, CallerKind.SYSTEM.key(), null);
    }

    private Message write(Ticket ticket, Draft draft, boolean first, String authorKind, UUID author) {
        UUID id = Ids.next();
        Message message = messages.add(new Message(id, ticket.id(), draft.internal() ? Message.INTERNAL_NOTE : Message.PUBLIC_REPLY, authorKind,
                author, draft.channel(), text.sealBody(ticket.requesterId(), id, draft.body()), clock.now()));
        messages.flush();
        claim(ticket, message, draft.attachmentIds());
        index.add(id, ticket.id(), ticket.requesterId(), draft.internal(), SearchText.document(blindIndex::token, text.subject(ticket), ticket.number(), draft.body()));
        if (!first) {
            outbox.publish(new TicketEvent.MessageAdded(ticket.id(), ticket.number(), id, draft.internal(), authorKind, draft.promisedAt(), draft.appointmentAt()), caller.actor());
        }
        return message;
    }

    /** Refuses files that a message cannot claim, and claims none; returns them in their order. */
    public List<Attachment> checkFiles(List<UUID> ids) {
        if (ids.size() > MAX_FILES) {
            throw Problem.invalid(new FieldError("/attachmentIds", "field.too-many", MAX_FILES));
        }
        // A file of another tenant, of another message and one that never was look alike.
        return IntStream.range(0, ids.size()).mapToObj(i -> attachments.find(ids.get(i)).filter(a -> !a.isClaimed())
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/attachmentIds/" + i, "field.unknown-attachment")))).toList();
    }

    private void claim(Ticket ticket, Message message, List<UUID> ids) {
        for (Attachment file : checkFiles(ids)) {
            file.attach(ticket.id(), message.id(), text.sealFileName(ticket.requesterId(), file.id(), text.fileName(PersonalData.NOBODY, file)),
                    text.sealContentKey(ticket.requesterId(), file.id(), text.contentKey(PersonalData.NOBODY, file)));
        }
    }
}
