package dev.pledgedesk.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * One change of one property; values may be null.
 *
 * @param masked whether the values are personal and not shown
 */
public record HistoryLine(UUID id, Instant at, TicketDetails.Person actor, String field, String before, String after, boolean masked) {
}
