package broken.cellar;

import broken.ticket.TicketManager;

/** Stands in a room that the table of levels does not know. */
public record RoomOnNoLevel(TicketManager somewhere) {
}
