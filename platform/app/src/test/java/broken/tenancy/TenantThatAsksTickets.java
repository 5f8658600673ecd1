package broken.tenancy;

import broken.ticket.TicketManager;

/** Looks upwards. */
public record TenantThatAsksTickets(TicketManager above) {
}
