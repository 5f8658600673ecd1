package dev.pledgedesk.eventing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as a subscriber gets it.
 *
 * @param id      the same at every delivery, so that a subscriber can tell a repetition
 * @param payload members of the event's record
 */
public record PublishedEvent(TenantId tenant, UUID id, String type, UUID subjectId, Instant occurredAt, String actor, JsonNode payload) {
}
