package dev.pledgedesk.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.calendar.control.CalendarVersion;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The calendars of the tenant of the request. What runs on one keeps the version of the configuration and of the tables, and is measured on exactly that calendar for ever.
 */
@ApplicationScoped
public class Calendars {

    private static final int MOST = 2_000;

    private record Key(TenantId tenant, int configVersion, String calendar, String tables) {
    }

    private final Cache<Key, WorkCalendar> made = Caffeine.newBuilder().maximumSize(MOST).build();

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    /** Names of the tables that a calendar of a version of the configuration counts now, as records keep them; empty if none. */
    public String tables(String calendar, int configVersion) {
        return CalendarVersion.of(tenants.config(configVersion), configVersion, calendar);
    }

    /**
     * A calendar as it is or was.
     *
     * @param configVersion of the configuration
     * @param tables        as {@link #tables} gave them
     */
    public WorkCalendar get(String calendar, int configVersion, String tables) {
        return made.get(new Key(context.tenantId(), configVersion, calendar, tables), key -> CalendarVersion.make(tenants.config(configVersion), configVersion, calendar, tables));
    }

    /** What a day off is called by the calendar of the running configuration; empty for a day that is none. */
    public Optional<LocalizedText> dayOff(String calendar, LocalDate day) {
        return CalendarVersion.dayOff(tenants.config(), tenants.current().configVersion(), calendar, day);
    }

    /** Whether a day is worked instead of another one (调休), by the calendar of the running configuration. */
    public boolean isMakeUp(String calendar, LocalDate day) {
        return CalendarVersion.isMakeUp(tenants.config(), tenants.current().configVersion(), calendar, day);
    }
}
