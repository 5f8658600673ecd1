package dev.pledgedesk.roster.control;

import dev.pledgedesk.calendar.Calendars;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.RosterView;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.DayKind;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Days, shifts and how many people they need, by the running configuration. */
@ApplicationScoped
public class RosterDays {

    private static final int NIGHT = 3;

    @Inject
    Calendars calendars;

    @Inject
    Tenants tenants;

    /** What the configuration says; refused if it says nothing of a roster. */
    RosterSection section() {
        RosterSection section = tenants.config().roster();
        if (section == null) {
            throw Problem.notFound();
        }
        return section;
    }

    /** Whether the tenant has a roster at all. */
    boolean isThere() {
        return tenants.config().roster() != null;
    }

    ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }

    /** What a day is. */
    RosterView.DayInfo day(LocalDate day) {
        String calendar = section().calendar();
        LocalizedText off = calendar == null ? null : calendars.dayOff(calendar, day).orElse(null);
        if (off != null) {
            return new RosterView.DayInfo(DayKind.HOLIDAY, off);
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new RosterView.DayInfo(weekend && (calendar == null || !calendars.isMakeUp(calendar, day)) ? DayKind.WEEKEND : DayKind.WORKDAY, null);
    }

    /** How many a day needs, by post and shift; only what needs somebody. */
    Map<Place, Integer> needed(LocalDate day) {
        DayKind kind = day(day).kind();
        Map<Place, Integer> needed = new TreeMap<>(Comparator.comparing(Place::shift).thenComparing(Place::post));
        section().cover().stream().filter(c -> c.on().isEmpty() || c.on().contains(kind)).forEach(c -> needed.merge(new Place(c.post(), c.shift()), c.least(), Math::max));
        needed.values().removeIf(n -> n == 0);
        return needed;
    }

    /** A post in a shift. */
    record Place(String post, String shift) {
    }

    /** When a shift of a day begins. */
    Instant start(Shift shift, LocalDate day) {
        return day.atTime(LocalTime.parse(shift.from())).atZone(zone()).toInstant();
    }

    /** When it ends; on the next day if it goes over midnight. */
    Instant end(Shift shift, LocalDate day) {
        LocalTime from = LocalTime.parse(shift.from());
        LocalTime to = LocalTime.parse(shift.to());
        return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone()).toInstant();
    }

    /** Whether three in the morning lies in it. */
    static boolean isNight(Shift shift) {
        LocalTime from = LocalTime.parse(shift.from());
        LocalTime to = LocalTime.parse(shift.to());
        LocalTime night = LocalTime.of(NIGHT, 0);
        return to.isAfter(from) ? !from.isAfter(night) && to.isAfter(night) : !from.isAfter(night) || to.isAfter(night);
    }
}
