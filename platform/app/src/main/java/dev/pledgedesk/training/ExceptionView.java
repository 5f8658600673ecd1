package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody may work for a while without a pass.
 *
 * @param endedAt null unless it was ended before its time
 * @param holds   whether it counts now
 */
public record ExceptionView(UUID id, UUID staffId, String qualification, LocalizedText name, String reason, String grantedBy, Instant grantedAt, Instant until, Instant endedAt, boolean holds) {
}
