package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into ticket before there was encryption. */
@ApplicationScoped
public class TicketResealing extends Resealing<Ticket> {

    @Inject
    TicketRows rows;

    @Inject
    TicketText text;

    public TicketResealing() {
        super("ticket");
    }

    @Override
    protected TenantRepository<Ticket> rows() {
        return rows;
    }

    @Override
    protected void reseal(Ticket row) {
        row.describe(resealed(row.requesterId(), "subject", row.id(), row.subject()), resealed(row.requesterId(), "fields", row.id(), row.fields()));
        if (row.tagList() != null && row.tagList().isClear()) {
            text.tag(row, text.tags(row));
        }
    }
}
