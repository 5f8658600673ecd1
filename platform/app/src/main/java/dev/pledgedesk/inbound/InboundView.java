package dev.pledgedesk.inbound;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that came in.
 *
 * @param channel    plugin/use
 * @param way        {@code mail}, {@code text} or {@code report}
 * @param reason     why it waits, a key below {@code inbound.reason.}; null if it does not
 * @param ticketId   where it is, or seems to belong; null if unknown
 * @param sender     masked; null once it does not wait any more
 * @param senderName null if not known
 * @param body       what it says; null once it does not wait any more
 * @param files      how many files came with it
 */
public record InboundView(UUID id, String channel, String way, InboundState state, String reason, UUID ticketId, String sender, String senderName, String subject, String body, int files, Instant sentAt,
        Instant receivedAt, long version) {
}
