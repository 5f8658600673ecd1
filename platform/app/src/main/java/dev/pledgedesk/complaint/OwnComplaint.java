package dev.pledgedesk.complaint;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.promise.ClockView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A complaint as its customer sees it.
 *
 * @param stage   what the stage is called
 * @param asking  whether he is asked if he is satisfied
 * @param outcome null while it is open
 * @param clocks  promises that he is told of
 */
public record OwnComplaint(UUID id, String number, LocalizedText stage, Instant receivedAt, boolean asking, ComplaintOutcome outcome, Instant endedAt, List<ClockView> clocks) {
}
