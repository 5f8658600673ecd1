package dev.pledgedesk.ticket.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.entity.TicketIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;

/** Gives out human numbers such as ART-2026-000123: unique and increasing per tenant, gaps allowed. */
@ApplicationScoped
public class TicketNumbers {

    @Inject
    TicketIndex index;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** The next number; the year is that of the tenant's zone. */
    public String next() {
        var tenant = tenants.config().tenant();
        int year = clock.now().atZone(ZoneId.of(tenant.zone())).getYear();
        return String.format(Locale.ROOT, "%s-%d-%06d", tenant.numberPrefix(), year, index.nextNumber());
    }
}
