package dev.pledgedesk.ticket;

import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a ticket stands, in keys; no words of anybody.
 *
 * @param category   null for none; so may be assignee, team and the ticket it was merged into
 * @param group      of its customer, null for none
 * @param mergedInto null unless it was merged
 */
public record TicketState(UUID id, String number, String type, String category, String priority, String channel, String group, String status, StatusCategory statusCategory, UUID assigneeId, String team,
        UUID mergedInto, Instant createdAt) {
}
