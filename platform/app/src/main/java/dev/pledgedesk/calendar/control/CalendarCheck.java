package dev.pledgedesk.calendar.control;

import dev.pledgedesk.calendar.Hours;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.CalendarSection.Calendar;
import dev.pledgedesk.tenancy.CalendarSection.Day;
import dev.pledgedesk.tenancy.CalendarSection.DayOff;
import dev.pledgedesk.tenancy.CalendarSection.HolidayTable;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules of {@code calendars.yaml} that a schema cannot say. */
@ApplicationScoped
public class CalendarCheck implements ConfigCheck {

    static final String SECTION = "calendars";

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        tables(config, findings);
        Set<String> regions = Stream.concat(PlatformTables.latest().stream().map(t -> t.region()), config.holidayTables().stream().map(HolidayTable::region)).collect(Collectors.toSet());
        Set<String> keys = new HashSet<>(Set.of(CalendarSection.ALWAYS));
        for (int i = 0; i < config.workCalendars().size(); i++) {
            Calendar calendar = config.workCalendars().get(i);
            String pointer = "/calendars/" + i;
            if (!keys.add(calendar.key())) {
                findings.add(SECTION, pointer + "/key", calendar.key().equals(CalendarSection.ALWAYS) ? "calendar.always-is-there" : "config.key-twice", calendar.key());
            }
            findings.languages(SECTION, pointer + "/name", calendar.name(), config.tenant().locales());
            calendar(calendar, pointer, regions, findings);
        }
    }

    private static void tables(TenantConfig config, ConfigFindings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < config.holidayTables().size(); i++) {
            HolidayTable table = config.holidayTables().get(i);
            String pointer = "/holidays/" + i;
            if (!seen.add(table.region() + table.year())) {
                findings.add(SECTION, pointer, "config.key-twice", table.region() + " " + table.year());
            }
            Set<LocalDate> off = new HashSet<>();
            for (int d = 0; d < table.off().size(); d++) {
                DayOff days = table.off().get(d);
                LocalDate from = date(days.from(), table.year(), pointer + "/off/" + d + "/from", findings);
                LocalDate to = date(days.to(), table.year(), pointer + "/off/" + d + (days.to().equals(days.from()) ? "/from" : "/to"), findings);
                if (from != null && to != null && from.isAfter(to)) {
                    findings.add(SECTION, pointer + "/off/" + d + "/to", "calendar.ends-before", days.from(), days.to());
                } else if (from != null && to != null) {
                    from.datesUntil(to.plusDays(1)).forEach(off::add);
                }
            }
            for (int d = 0; d < table.work().size(); d++) {
                LocalDate day = date(table.work().get(d), table.year(), pointer + "/work/" + d, findings);
                if (day != null && off.contains(day)) {
                    findings.add(SECTION, pointer + "/work/" + d, "calendar.off-and-worked", day);
                }
            }
        }
    }

    private static LocalDate date(String text, Integer year, String pointer, ConfigFindings findings) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (year != null && date.getYear() != year) {
                findings.add(SECTION, pointer, "calendar.other-year", text, String.valueOf(year));
            }
            return date;
        } catch (DateTimeException none) {
            findings.add(SECTION, pointer, "calendar.no-day", text);
            return null;
        }
    }

    private static void calendar(Calendar calendar, String pointer, Set<String> regions, ConfigFindings findings) {
        if (calendar.zone() != null) {
            try {
                ZoneId.of(calendar.zone());
            } catch (DateTimeException unknown) {
                findings.add(SECTION, pointer + "/zone", "config.unknown-zone", calendar.zone());
            }
        }
        Set<Day> days = EnumSet.noneOf(Day.class);
        for (int i = 0; i < calendar.week().size(); i++) {
            for (int d = 0; d < calendar.week().get(i).days().size(); d++) {
                if (!days.add(calendar.week().get(i).days().get(d))) {
                    findings.add(SECTION, pointer + "/week/" + i + "/days/" + d, "config.key-twice", calendar.week().get(i).days().get(d).name().toLowerCase(java.util.Locale.ROOT));
                }
            }
            hours(calendar.week().get(i).hours(), pointer + "/week/" + i + "/hours", findings);
        }
        hours(calendar.makeUpHours(), pointer + "/makeUpHours", findings);
        for (int i = 0; i < calendar.regions().size(); i++) {
            if (!regions.contains(calendar.regions().get(i))) {
                findings.add(SECTION, pointer + "/regions/" + i, "calendar.unknown-region", calendar.regions().get(i), String.join(", ", regions.stream().sorted().toList()));
            }
        }
        Set<String> special = new HashSet<>();
        for (int i = 0; i < calendar.exceptions().size(); i++) {
            String date = calendar.exceptions().get(i).date();
            date(date, null, pointer + "/exceptions/" + i + "/date", findings);
            if (!special.add(date)) {
                findings.add(SECTION, pointer + "/exceptions/" + i + "/date", "config.key-twice", date);
            }
            hours(calendar.exceptions().get(i).hours(), pointer + "/exceptions/" + i + "/hours", findings);
        }
    }

    private static void hours(List<String> texts, String pointer, ConfigFindings findings) {
        List<Hours> seen = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.matches(CalendarSection.HOURS)) {
                findings.add(SECTION, pointer + "/" + i, "calendar.no-hours", text);
                continue;
            }
            try {
                Hours hours = Hours.parse(text);
                if (seen.stream().anyMatch(hours::overlaps)) {
                    findings.add(SECTION, pointer + "/" + i, "calendar.overlapping-hours", text);
                }
                seen.add(hours);
            } catch (IllegalArgumentException backwards) {
                findings.add(SECTION, pointer + "/" + i, "calendar.no-hours", text);
            }
        }
    }
}
