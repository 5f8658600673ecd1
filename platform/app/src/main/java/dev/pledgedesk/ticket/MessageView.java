package dev.pledgedesk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was said.
 *
 * @param internal   an internal note, seen by staff only
 * @param author     id null for the platform itself
 * @param authorKind staff, customer, client or system
 */
public record MessageView(UUID id, boolean internal, TicketDetails.Person author, String authorKind, String channel, String body,
        List<AttachmentView> attachments, Instant createdAt) {
}
