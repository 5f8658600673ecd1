package dev.pledgedesk.portal;

import java.time.Instant;
import java.util.UUID;

/** A ticket in a customer's list; the category of the status decides its colour. */
public record TicketLine(UUID id, String number, String subject, String type, String status, String statusCategory, Instant updatedAt) {
}
