package dev.pledgedesk.calendar.control;

import dev.pledgedesk.calendar.HolidayTable;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.CalendarSection.Calendar;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TenantConfig;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of tables as records keep them, and calendars made of them again. */
public final class CalendarVersion {

    private static final String SEPARATOR = " ";

    private CalendarVersion() {
    }

    /** The tables that a calendar counts, such as {@code CN-2025/1 CN-2026/1}; empty if none. */
    public static String of(TenantConfig config, int configVersion, String calendar) {
        Calendar found = CalendarMaker.find(config, calendar);
        return found == null ? "" : CalendarMaker.of(found, CalendarMaker.tables(config, configVersion)).stream().map(HolidayTable::name).sorted().collect(Collectors.joining(SEPARATOR));
    }

    /** The calendar with these tables; fails if the configuration has no such calendar. */
    public static WorkCalendar make(TenantConfig config, int configVersion, String calendar, String tables) {
        if (calendar.equals(CalendarSection.ALWAYS)) {
            return CalendarMaker.always();
        }
        Calendar found = CalendarMaker.find(config, calendar);
        if (found == null) {
            throw new IllegalStateException("configuration " + configVersion + " has no calendar " + calendar);
        }
        List<String> names = Arrays.asList(tables.split(SEPARATOR));
        List<HolidayTable> own = CalendarMaker.tables(config, configVersion);
        return CalendarMaker.make(found, config.tenant().zone(), names.stream().filter(name -> !name.isEmpty()).map(name -> own.stream().filter(t -> t.name().equals(name)).findFirst()
                .orElseGet(() -> known(name))).toList());
    }

    /** What a day off is called by the tables that a calendar counts; empty for a day that is none, or for a calendar that is not there. */
    public static Optional<LocalizedText> dayOff(TenantConfig config, int configVersion, String calendar, LocalDate day) {
        Calendar found = CalendarMaker.find(config, calendar);
        return found == null ? Optional.empty() : CalendarMaker.of(found, CalendarMaker.tables(config, configVersion)).stream().flatMap(t -> Optional.ofNullable(t.off().get(day)).stream()).findFirst();
    }

    /** Whether a day is worked instead of another one (调休), by the tables that a calendar counts. */
    public static boolean isMakeUp(TenantConfig config, int configVersion, String calendar, LocalDate day) {
        Calendar found = CalendarMaker.find(config, calendar);
        return found != null && CalendarMaker.of(found, CalendarMaker.tables(config, configVersion)).stream().anyMatch(t -> t.work().contains(day));
    }

    private static HolidayTable known(String name) {
        HolidayTable table = PlatformTables.named(name);
        if (table == null) {
            throw new IllegalStateException("no table of days off " + name);
        }
        return table;
    }
}
