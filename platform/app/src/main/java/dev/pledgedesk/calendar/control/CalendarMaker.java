package dev.pledgedesk.calendar.control;

import dev.pledgedesk.calendar.HolidayTable;
import dev.pledgedesk.calendar.Hours;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.CalendarSection.Calendar;
import dev.pledgedesk.tenancy.CalendarSection.SpecialDay;
import dev.pledgedesk.tenancy.CalendarSection.WeekPart;
import dev.pledgedesk.tenancy.TenantConfig;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes calendars of what a configuration says. */
public final class CalendarMaker {

    private static final List<Hours> WHOLE_DAY = List.of(new Hours(0, Hours.DAY));

    private CalendarMaker() {
    }

    /** The tables that a configuration counts: its own, and the platform's latest of the years that it has none of. */
    public static List<HolidayTable> tables(TenantConfig config, int configVersion) {
        List<HolidayTable> own = config.holidayTables().stream().map(t -> new HolidayTable(t.region(), t.year(), "c" + configVersion, t.source(), PlatformTables.days(t.off()),
                t.work().stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet()))).toList();
        return Stream.concat(own.stream(), PlatformTables.latest().stream().filter(t -> own.stream().noneMatch(o -> o.region().equals(t.region()) && o.year() == t.year()))).toList();
    }

    /** The calendar that every tenant has. */
    public static WorkCalendar always() {
        return new WorkCalendar(ZoneOffset.UTC, date -> WHOLE_DAY);
    }

    /**
     * Makes a calendar.
     *
     * @param zone   of the tenant, for a calendar without one
     * @param tables of its regions
     */
    public static WorkCalendar make(Calendar calendar, String zone, Collection<HolidayTable> tables) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (WeekPart part : calendar.week()) {
            part.days().forEach(day -> week.put(day.dayOfWeek(), hours(part.hours())));
        }
        List<Hours> makeUp = hours(calendar.makeUpHours().isEmpty() ? calendar.week().get(0).hours() : calendar.makeUpHours());
        Map<LocalDate, List<Hours>> special = new HashMap<>();
        for (HolidayTable table : tables) {
            table.off().keySet().forEach(day -> special.put(day, List.of()));
            table.work().forEach(day -> special.put(day, makeUp));
        }
        for (SpecialDay day : calendar.exceptions()) {
            special.put(LocalDate.parse(day.date()), hours(day.hours()));
        }
        return new WorkCalendar(ZoneId.of(calendar.zone() == null ? zone : calendar.zone()), date -> {
            List<Hours> other = special.get(date);
            return other == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : other;
        });
    }

    private static List<Hours> hours(List<String> texts) {
        return texts.stream().map(Hours::parse).sorted().toList();
    }

    /** The tables of a calendar's regions. */
    static List<HolidayTable> of(Calendar calendar, List<HolidayTable> all) {
        return all.stream().filter(table -> calendar.regions().contains(table.region())).toList();
    }

    /** A calendar of a configuration; null if it has none of that key. */
    static CalendarSection.Calendar find(TenantConfig config, String key) {
        return config.workCalendars().stream().filter(c -> c.key().equals(key)).findFirst().orElse(null);
    }
}
