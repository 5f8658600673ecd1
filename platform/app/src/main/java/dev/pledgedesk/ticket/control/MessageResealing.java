package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketIndex;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into message before there was encryption. */
@ApplicationScoped
public class MessageResealing extends Resealing<Message> {

    @Inject
    MessageRows rows;

    @Inject
    TicketRows tickets;

    @Inject
    TicketIndex index;

    @Inject
    TicketText text;

    @Inject
    BlindIndex blindIndex;

    public MessageResealing() {
        super("message");
    }

    @Override
    protected TenantRepository<Message> rows() {
        return rows;
    }

    @Override
    protected void reseal(Message row) {
        if (row.body().isClear()) {
            Ticket ticket = tickets.get(row.ticketId());
            index.remove(row.id());
            if (!text.isForgotten(ticket.requesterId())) {
                index.add(row.id(), ticket.id(), ticket.requesterId(), row.isInternal(),
                        SearchText.document(blindIndex::token, text.subject(ticket), ticket.number(), text.body(ticket.requesterId(), row)));
            }
            row.reseal(resealed(ticket.requesterId(), "body", row.id(), row.body()));
        }
    }
}
