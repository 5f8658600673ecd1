package dev.pledgedesk.ticket;

import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.ticket.control.MessageWriter;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * What the platform itself says in a ticket, whoever has caused it: to its customer, such as that his complaint has come to its next step, or to staff. It moves no status and counts as nobody's answer. Part of the
 * caller's transaction; asks for no permission.
 */
@ApplicationScoped
@Transactional
public class PlatformWords {

    @Inject
    TicketRows tickets;

    @Inject
    MessageWriter messages;

    @Inject
    PersonalData personalData;

    /** Says it; in a merged ticket where that one went. Nothing where nobody could read it any more. */
    public void say(UUID ticketId, String words) {
        write(ticketId, false, words, List.of());
    }

    /** Notes something for staff, in the same way. */
    public void note(UUID ticketId, String words, List<UUID> attachmentIds) {
        write(ticketId, true, words, attachmentIds);
    }

    private void write(UUID ticketId, boolean internal, String words, List<UUID> attachmentIds) {
        Ticket ticket = tickets.get(ticketId);
        while (ticket.mergedInto() != null) {
            ticket = tickets.get(ticket.mergedInto());
        }
        if (ticket.emptiedAt() == null && !personalData.isForgotten(ticket.requesterId())) {
            messages.writeOfPlatform(ticket, new MessageWriter.Draft(internal, words, "email", attachmentIds, null, null));
        }
    }
}
