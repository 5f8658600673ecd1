package dev.pledgedesk.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.calendar.control.CalendarVersion;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
}
