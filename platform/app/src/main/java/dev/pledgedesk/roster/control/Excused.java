package dev.pledgedesk.roster.control;

import dev.pledgedesk.roster.entity.Absence;
import dev.pledgedesk.roster.entity.Absences;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shifts that nobody is held to: who was ill was not late, even if that was granted after the shift had begun. */
@ApplicationScoped
public class Excused {

    @Inject
    Absences absences;

    /** Some shifts without those of leave that was granted to whoever has not come. */
    public List<ShiftAssignment> without(List<ShiftAssignment> shifts) {
        if (shifts.isEmpty()) {
            return shifts;
        }
        List<LocalDate> dates = shifts.stream().map(ShiftAssignment::day).sorted(Comparator.naturalOrder()).toList();
        Map<UUID, List<Absence>> granted = absences.granted(dates.get(0), dates.get(dates.size() - 1)).stream().collect(Collectors.groupingBy(Absence::staffId));
        return shifts.stream().filter(s -> s.signedInAt() != null || granted.getOrDefault(s.staffId(), List.of()).stream().noneMatch(leave -> leave.covers(s.day()))).toList();
    }
}
