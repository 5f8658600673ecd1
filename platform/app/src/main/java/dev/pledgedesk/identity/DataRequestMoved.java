package dev.pledgedesk.identity;

import java.time.Instant;
import java.util.UUID;

/** What a person asks for was filed, appealed, decided, taken back or ended; fired in that transaction. */
public record DataRequestMoved(UUID requestId, DataRequestKind kind, DataRequestState state, Instant at) {
}
