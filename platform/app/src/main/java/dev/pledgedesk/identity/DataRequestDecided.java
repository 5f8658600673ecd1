package dev.pledgedesk.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person asked for was decided; fired in that transaction. Not fired for an erasure that was granted: then nobody is left to write to.
 *
 * @param reason      why, in the words of who decided
 * @param appealUntil until when the person may appeal; null where he may not
 */
public record DataRequestDecided(UUID customerId, DataRequestKind kind, boolean granted, String reason, Instant appealUntil) {
}
