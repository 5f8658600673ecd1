package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Requester;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody files; category, priority, channel and requester may be null.
 *
 * @param externalId what the system that it comes from calls it, once per tenant; null if it comes from none
 */
public record NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester,
        Map<String, Object> fields, List<String> tags, List<UUID> attachmentIds,
        String externalId) {
}
