package broken.ticket;

/** Says nothing by its name. */
public record TicketManager(String nothing) {
}
