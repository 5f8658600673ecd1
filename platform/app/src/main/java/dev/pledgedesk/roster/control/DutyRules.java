package dev.pledgedesk.roster.control;

import dev.pledgedesk.roster.DutyRule;
import dev.pledgedesk.tenancy.RosterSection.Rules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What nobody may be asked for by the hours that he works; pure. */
public final class DutyRules {

    /** A shift of somebody. */
    public record Span(LocalDate day, Instant from, Instant to) {
    }

    private DutyRules() {
    }

    /** What is broken by all shifts of one person, in any order; days are those of the tenant's zone. */
    public static Set<DutyRule> broken(Rules rules, Collection<Span> all) {
        List<Span> spans = all.stream().sorted(Comparator.comparing(Span::from)).toList();
        Set<DutyRule> broken = EnumSet.noneOf(DutyRule.class);
        Map<LocalDate, Long> minutesByWeek = new HashMap<>();
        int row = 0;
        LocalDate last = null;
        Instant end = null;
        for (Span span : spans) {
            if (span.day().equals(last)) {
                broken.add(DutyRule.ONE_A_DAY);
            }
            if (end != null && span.from().isBefore(end.plus(Duration.ofHours(rules.rest())))) {
                broken.add(DutyRule.REST);
            }
            row = last != null && span.day().equals(last.plusDays(1)) ? row + 1 : span.day().equals(last) ? row : 1;
            if (row > rules.daysInARow()) {
                broken.add(DutyRule.DAYS_IN_A_ROW);
            }
            minutesByWeek.merge(span.day().with(DayOfWeek.MONDAY), Duration.between(span.from(), span.to()).toMinutes(), Long::sum);
            last = span.day();
            end = end == null || span.to().isAfter(end) ? span.to() : end;
        }
        if (minutesByWeek.values().stream().anyMatch(m -> m > Duration.ofHours(rules.hoursAWeek()).toMinutes())) {
            broken.add(DutyRule.HOURS_A_WEEK);
        }
        return broken;
    }
}
