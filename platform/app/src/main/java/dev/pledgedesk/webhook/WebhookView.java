package dev.pledgedesk.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address as whoever looks after it sees it.
 *
 * @param types        what it is told: types of events, or {@code ticket.*} and the like; empty for everything
 * @param reason       why it is paused or disabled, a key below {@code telling.reason.}; null if it is active
 * @param failingSince since when no message was taken; null if the last one was
 * @param waiting      how many messages wait for it
 */
public record WebhookView(UUID id, String name, String address, List<String> types, WebhookState state, String reason, Instant failingSince, long waiting, Instant createdAt, long version) {
}
