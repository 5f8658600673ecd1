package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A course is held.
 *
 * @param code       that who is there types; null for those who do not hold it
 * @param enrolled   how many have a place, or were there
 * @param waiting    how many wait for one
 * @param own        what the caller has there; null for nothing
 * @param enrolments who takes part, in the order in which they came; empty for those who are not to know
 * @param rating     mean of what was said of it, from 1 to 5; null for nothing
 */
public record SessionView(UUID id, String course, LocalizedText name, UUID entryId, Instant startsAt, Instant endsAt, String place, UUID trainerId, int places, String code, SessionState state, int enrolled,
        int waiting, EnrolmentState own, List<EnrolmentView> enrolments, BigDecimal rating, long version) {
}
