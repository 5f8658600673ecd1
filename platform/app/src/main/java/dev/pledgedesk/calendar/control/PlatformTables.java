package dev.pledgedesk.calendar.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.calendar.HolidayTable;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.CalendarSection.DayOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Tables of days off that ship with the platform. A correction is a file with the next version; older ones stay, because records were made under them. */
public final class PlatformTables {

    /** Every table there ever was, the versions of one ascending. A year that is not here has no source yet. */
    private static final List<String> FILES = List.of("CN-2024-1", "CN-2025-1", "CN-2026-1");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, HolidayTable> BY_NAME = read();

    private PlatformTables() {
    }

    /** The latest version of every table. */
    public static List<HolidayTable> latest() {
        Map<String, HolidayTable> latest = new HashMap<>();
        FILES.stream().map(file -> BY_NAME.get(name(file))).forEach(table -> latest.put(table.region() + table.year(), table));
        return List.copyOf(latest.values());
    }

    /** A table as records name it; null if there is none. */
    public static HolidayTable named(String name) {
        return BY_NAME.get(name);
    }

    private static String name(String file) {
        int version = file.lastIndexOf('-');
        return file.substring(0, version) + "/" + file.substring(version + 1);
    }

    private static Map<String, HolidayTable> read() {
        return FILES.stream().map(PlatformTables::read).collect(Collectors.toUnmodifiableMap(HolidayTable::name, table -> table));
    }

    private static HolidayTable read(String file) {
        try (InputStream in = PlatformTables.class.getResourceAsStream("/dev/pledgedesk/calendar/" + file + ".yaml")) {
            Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<DayOff> off = ((List<?>) yaml.get("off")).stream().map(day -> MAPPER.convertValue(day, DayOff.class)).toList();
            Set<LocalDate> work = ((List<?>) yaml.get("work")).stream().map(day -> LocalDate.parse(day.toString())).collect(Collectors.toUnmodifiableSet());
            return new HolidayTable(yaml.get("region").toString(), (Integer) yaml.get("year"), yaml.get("version").toString(), yaml.get("source").toString(), days(off), work);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Every day of some days off, with its name. */
    static Map<LocalDate, LocalizedText> days(List<DayOff> off) {
        Map<LocalDate, LocalizedText> days = new HashMap<>();
        off.forEach(days1 -> LocalDate.parse(days1.from()).datesUntil(LocalDate.parse(days1.to()).plusDays(1)).forEach(day -> days.put(day, days1.name())));
        return Map.copyOf(days);
    }
}
