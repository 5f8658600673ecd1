package dev.pledgedesk.complaint;

import java.time.Instant;
import java.util.UUID;

/** A line of the list of complaints; see {@link ComplaintView}. */
public record ComplaintSummary(UUID id, String number, UUID customerId, UUID ticketId, String regime, int configVersion, String stage, int round, UUID ownerId, Instant receivedAt, String severity,
        ComplaintOutcome outcome) {
}
