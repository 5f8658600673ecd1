package dev.pledgedesk.roster;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is on duty.
 *
 * @param signedInAt  null until he has, likewise {@code signedOutAt}
 * @param lateMinutes by how much he came late; 0 for in time, null while it is not known
 * @param faults      keys of the checks that were not in order
 */
public record ShiftView(UUID id, LocalDate day, String shift, LocalizedText shiftName, String post, LocalizedText postName, UUID staffId, Instant startsAt, Instant endsAt, Instant signedInAt,
        Instant signedOutAt, Integer lateMinutes, List<String> faults, long version) {
}
