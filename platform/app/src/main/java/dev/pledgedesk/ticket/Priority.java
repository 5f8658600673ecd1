package dev.pledgedesk.ticket;

import java.util.Locale;

/** How urgent a ticket is, from the customer's and the vendor's view together. */
public enum Priority {
    LOW, NORMAL, HIGH, URGENT;

    /** As written in the API and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
