package dev.pledgedesk.complaint;

import java.util.Locale;

/** How a complaint ended. */
public enum ComplaintOutcome {

    /** The customer has said that he is satisfied. */
    SATISFIED,
    /** He has said nothing, in spite of reminders; counts as not satisfied. */
    UNCONFIRMED,
    /** Closed without his satisfaction for a reason that somebody has approved. */
    EXCEPTION,
    /** The customer was forgotten before; nobody is left to ask. */
    FORGOTTEN;

    /** As written in the contract and the database, such as {@code satisfied}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome that is stored under a key; null for null. */
    public static ComplaintOutcome of(String key) {
        return key == null ? null : valueOf(key.toUpperCase(Locale.ROOT));
    }
}
