package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.ticket.entity.TicketView;
import dev.pledgedesk.ticket.entity.TicketViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into ticket_view before its words were sealed. */
@ApplicationScoped
public class ViewResealing extends Resealing<TicketView> {

    @Inject
    TicketViews rows;

    public ViewResealing() {
        super("ticket_view");
    }

    @Override
    protected TenantRepository<TicketView> rows() {
        return rows;
    }

    @Override
    protected void reseal(TicketView row) {
        row.say(resealed(row.ownerId(), "name", row.id(), row.name()), resealed(row.ownerId(), "filter", row.id(), row.filter()));
    }
}
