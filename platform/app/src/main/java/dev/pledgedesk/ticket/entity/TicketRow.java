package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import java.time.Instant;
import java.util.UUID;

/** A ticket as lists read it: no body, no custom fields. */
public record TicketRow(UUID id, String number, String type, String category, String status, String statusCategory, String priority, String channel,
        Sealed subject, UUID requesterId, UUID assigneeId, String team, String department, Sealed tagList, Instant createdAt, Instant updatedAt,
        long version, String externalId) {
}
