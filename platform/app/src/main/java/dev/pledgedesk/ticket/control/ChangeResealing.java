package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.ticket.entity.TicketChangeRow;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals what was written into ticket_change before there was encryption. */
@ApplicationScoped
public class ChangeResealing extends Resealing<TicketChangeRow> {

    @Inject
    TicketRelations rows;

    @Inject
    TicketRows tickets;

    public ChangeResealing() {
        super("ticket_change");
    }

    @Override
    protected TenantRepository<TicketChangeRow> rows() {
        return rows;
    }

    @Override
    protected void reseal(TicketChangeRow row) {
        if (row.before() != null && row.before().isClear() || row.after() != null && row.after().isClear()) {
            UUID requester = tickets.get(row.ticketId()).requesterId();
            rows.reseal(row.id(), resealed(requester, "before", row.id(), row.before()), resealed(requester, "after", row.id(), row.after()));
        }
    }
}
