package dev.pledgedesk.calendar;

import dev.pledgedesk.calendar.control.CalendarVersion;
import dev.pledgedesk.tenancy.TenantConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The calendars of a configuration that may not run, each made once. */
public final class DraftCalendars implements Function<String, WorkCalendar> {

    private final TenantConfig config;
    private final Map<String, WorkCalendar> made = new HashMap<>();

    /** Those of a configuration that was found good. */
    public DraftCalendars(TenantConfig config) {
        this.config = config;
    }

    @Override
    public WorkCalendar apply(String key) {
        return made.computeIfAbsent(key, k -> CalendarVersion.make(config, 0, k, CalendarVersion.of(config, 0, k)));
    }
}
