package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.Requester;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody files; category, priority, channel and requester may be null.
 *
 * @param externalId what the system that it comes from calls it, once per tenant; null if it comes from none
 * @param consents   what its requester consents to with it
 */
public record NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester,
        Map<String, Object> fields, List<String> tags, List<UUID> attachmentIds,
        String externalId, List<Consents.Given> consents) {

    public NewTicket {
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** A ticket without anything to consent to. */
    public NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester, Map<String, Object> fields,
            List<String> tags, List<UUID> attachmentIds, String externalId) {
        this(type, category, subject, description, priority, channel, requester, fields, tags, attachmentIds, externalId, List.of());
    }
}
