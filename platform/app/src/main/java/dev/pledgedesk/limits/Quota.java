package dev.pledgedesk.limits;

import java.util.Locale;

/** What is counted by the day and tenant. */
public enum Quota {

    /** Tickets filed, by whomever. */
    TICKETS,
    /** Files uploaded. */
    UPLOADS;

    /** As written in settings and headers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
