package dev.pledgedesk.training;

import java.util.Locale;

/** How far a session of a course is. */
public enum SessionState {

    PLANNED,
    /** It is over, and who was there is known. */
    HELD,
    CANCELLED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static SessionState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
