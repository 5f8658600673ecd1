package dev.pledgedesk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ticket as a row of a list. Category, assignee, team, department and externalId may be null. */
public record TicketSummary(UUID id, String number, String type, String category, String subject, String status, String statusCategory, String priority,
        String channel, TicketDetails.Person requester, TicketDetails.Person assignee, String team, String department, List<String> tags,
        Instant createdAt, Instant updatedAt, long version, String externalId) {
}
