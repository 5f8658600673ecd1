package dev.pledgedesk.training;

import java.time.Instant;
import java.util.UUID;

/**
 * A session to be.
 *
 * @param entryId the entry of the plan that it fulfils; null for none
 */
public record SessionDraft(String course, UUID entryId, Instant startsAt, Instant endsAt, String place, UUID trainerId, int places) {
}
