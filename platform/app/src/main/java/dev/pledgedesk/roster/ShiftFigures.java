package dev.pledgedesk.roster;

import dev.pledgedesk.roster.entity.Absence;
import dev.pledgedesk.roster.entity.Absences;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How shifts were kept, one by one. Asks for no permission: who reads it is known above this room only. */
@ApplicationScoped
@Transactional
public class ShiftFigures {

    /** A shift of somebody that is over, and whether he came in time. */
    public record Kept(UUID staffId, UUID shiftId, LocalDate day, boolean inTime) {
    }

    @Inject
    ShiftAssignments assignments;

    @Inject
    Absences absences;

    @Inject
    Tenants tenants;

    /** Those that ended in a half-open time; none without a roster. */
    public List<Kept> kept(Instant from, Instant until) {
        RosterSection section = tenants.config().roster();
        if (section == null) {
            return List.of();
        }
        List<ShiftAssignment> ended = assignments.ended(from, until);
        Map<UUID, List<Absence>> granted = ended.isEmpty() ? Map.of() : absences.granted(ended.stream().map(ShiftAssignment::day).min(Comparator.naturalOrder()).get(),
                ended.stream().map(ShiftAssignment::day).max(Comparator.naturalOrder()).get()).stream().collect(Collectors.groupingBy(Absence::staffId));
        // Who was ill was not late, even if that was granted after the shift had begun.
        return ended.stream().filter(a -> a.signedInAt() != null || granted.getOrDefault(a.staffId(), List.of()).stream().noneMatch(leave -> leave.covers(a.day()))).map(a -> new Kept(a.staffId(), a.id(), a.day(),
                Integer.valueOf(0).equals(a.lateMinutes(section.lateAfter())))).toList();
    }
}
