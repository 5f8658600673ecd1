package dev.pledgedesk.complaint;

import dev.pledgedesk.identity.Requester;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A complaint as somebody takes it down.
 *
 * @param ticketId   the ticket in which it was heard; null for one that is filed with it, for the requester
 * @param requester  who complains; null with a ticket
 * @param fields     custom fields of the ticket that is filed with it
 * @param regime     key of the regime; null for the one of the ticket's type, or the first one
 * @param channel    how it came in; null for that of the ticket
 * @param receivedAt when; null for now
 * @param form       what is known already; its version is not looked at
 */
public record ComplaintDraft(UUID ticketId, Requester requester, Map<String, Object> fields, String regime, String channel, Instant receivedAt, ComplaintForm form) {
}
