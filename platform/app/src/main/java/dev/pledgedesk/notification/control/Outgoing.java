package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.Way;
import dev.pledgedesk.sdk.NotificationChannel.Message;
import java.util.UUID;

/** A message that is about to leave, in clear. */
record Outgoing(UUID id, Way way, Message message) {
}
