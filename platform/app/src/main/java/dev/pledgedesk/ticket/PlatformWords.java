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
 * What the platform itself says to a customer in his ticket, whoever has caused it: such as that his complaint has come to its next step. It moves no status and counts as nobody's answer. Part of the
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
        Ticket ticket = tickets.get(ticketId);
        while (ticket.mergedInto() != null) {
            ticket = tickets.get(ticket.mergedInto());
        }
        if (ticket.emptiedAt() == null && !personalData.isForgotten(ticket.requesterId())) {
            messages.writeOfPlatform(ticket, new MessageWriter.Draft(false, words, "email", List.of(), null, null));
        }
    }
}
