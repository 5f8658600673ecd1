package dev.pledgedesk.calendar;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Days off and make-up working days of a region in a year.
 *
 * @param version counts corrections of the same table; a tenant's own have the version of the configuration they stand in, such as {@code c7}
 * @param source  where the days come from
 * @param off     why a day is off
 * @param work    days that are worked although their day of the week is not
 */
public record HolidayTable(String region, int year, String version, String source, Map<LocalDate, LocalizedText> off, Set<LocalDate> work) {

    /** How records name it: {@code CN-2026/1}. */
    public String name() {
        return region + "-" + year + "/" + version;
    }
}
