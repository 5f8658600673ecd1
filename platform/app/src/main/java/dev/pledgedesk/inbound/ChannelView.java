package dev.pledgedesk.inbound;

import java.time.Instant;
import java.util.UUID;

/**
 * A channel that brings messages in.
 *
 * @param channel      plugin/use
 * @param on           whether it is switched on
 * @param lookedAt     when it was last asked and answered; null if never
 * @param failingSince null if it does not fail
 * @param failure      why; null if it does not fail
 */
public record ChannelView(UUID id, String channel, boolean on, Instant lookedAt, Instant failingSince, String failure) {
}
