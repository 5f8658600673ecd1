package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.notification.MessageLost;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.PlatformWords;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** A message that has not reached its customer is noted in his ticket, and told to whoever looks after it: he waits for an answer that he has not got. */
@ApplicationScoped
public class LostMessages {

    @Inject
    PlatformWords words;

    @Inject
    TicketRows tickets;

    @Inject
    Staff staff;

    @Inject
    Notices notices;

    @Inject
    Tenants tenants;

    void lost(@Observes MessageLost event) {
        words.note(event.ticketId(), tenants.messages().text("ticket." + event.way().key() + "-lost", event.reason()).strip(), List.of());
        Ticket ticket = tickets.get(event.ticketId());
        if (ticket.assigneeId() != null) {
            StaffView member = staff.get(ticket.assigneeId());
            if (member.active()) {
                notices.tell(member, "message-lost", "ticket", ticket.id(), Map.of("number", ticket.number(), "what", ""));
            }
        }
    }
}
