package dev.pledgedesk.roster;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.RosterSection.DayKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The roster of some days.
 *
 * @param shifts in the order of their beginning
 * @param gaps   of days that are not over, by day
 * @param few    posts that too few people can fill
 * @param days   what each day is
 */
public record RosterView(LocalDate from, LocalDate to, List<ShiftView> shifts, List<GapView> gaps, List<FewView> few, Map<LocalDate, DayInfo> days) {

    /** What a day is; {@code name} is null unless it is a holiday with one. */
    public record DayInfo(DayKind kind, LocalizedText name) {
    }
}
