package dev.pledgedesk.ticket.control;

import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.tenancy.MailSection.Kind;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes to the requester when his ticket was received or answered, and to assignee and watchers when he wrote. */
@ApplicationScoped
public class TicketMails implements EventSubscriber {

    @Inject
    TicketRows tickets;

    @Inject
    MessageRows messages;

    @Inject
    TicketRelations relations;

    @Inject
    TicketText text;

    @Inject
    Customers customers;

    @Inject
    Staff staff;

    @Inject
    PublicAddress address;

    @Inject
    Mailer mailer;

    @Override
    public String name() {
        return "ticket-mail";
    }

    @Override
    public boolean wants(String type) {
        return TicketEvent.CREATED.equals(type) || TicketEvent.MESSAGE_ADDED.equals(type);
    }

    @Override
    public void deliver(PublishedEvent event) {
        Ticket ticket = tickets.get(event.subjectId());
        if (TicketEvent.CREATED.equals(event.type())) {
            // No text of the sender's: an acknowledgement must not carry a stranger's words to a third person.
            toRequester(ticket, Kind.RECEIVED, "");
            return;
        }
        Message message = messages.get(Ids.parse(event.payload().path("messageId").asText()).orElseThrow());
        if (message.isInternal()) {
            return;
        }
        if ("customer".equals(message.authorKind())) {
            toStaff(ticket);
        } else {
            toRequester(ticket, Kind.ANSWERED, text.body(ticket.requesterId(), message));
        }
    }

    private void toRequester(Ticket ticket, Kind kind, String answer) {
        CustomerView customer = customers.contacts(ticket.requesterId());
        if (!mailer.reaches(customer)) {
            return;
        }
        mailer.tell(customer, ticket.id(), kind, Map.of("name", customer.name(), "number", ticket.number(), "answer", answer,
                "link", address.of("/t/" + customers.linkTo(customer.id(), ticket.id()))));
    }

    private void toStaff(Ticket ticket) {
        Set<UUID> followers = new LinkedHashSet<>(relations.watchers(ticket.id()));
        if (ticket.assigneeId() != null) {
            followers.add(ticket.assigneeId());
        }
        for (UUID id : followers) {
            StaffView member = staff.get(id);
            if (member.active() && member.email() != null) {
                mailer.send(id, member.email(), member.locale(), Kind.CUSTOMER_WROTE, Map.of("name", member.name(), "number", ticket.number(), "link", address.of("/console/tickets/" + ticket.id())));
            }
        }
    }
}
