package dev.pledgedesk.roster;

import dev.pledgedesk.roster.control.Excused;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
    Excused excused;

    @Inject
    Tenants tenants;

    /** Those that ended in a half-open time; none without a roster. */
    public List<Kept> kept(Instant from, Instant until) {
        RosterSection section = tenants.config().roster();
        if (section == null) {
            return List.of();
        }
        return excused.without(assignments.ended(from, until)).stream().map(a -> new Kept(a.staffId(), a.id(), a.day(), Integer.valueOf(0).equals(a.lateMinutes(section.lateAfter())))).toList();
    }
}
