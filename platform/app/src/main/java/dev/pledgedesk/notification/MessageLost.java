package dev.pledgedesk.notification;

import java.util.UUID;

/**
 * What was written to a customer about his ticket has not reached him: it was never taken, or it came back. Fired in the transaction that notes it.
 *
 * @param reason what the other side says, which may name him; empty if nothing
 */
public record MessageLost(UUID ticketId, Way way, String reason) {
}
