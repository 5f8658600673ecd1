package dev.pledgedesk.training;

import java.util.Locale;

/** What becomes of a place in a session. */
public enum EnrolmentState {

    ENROLLED,
    /** For a place to become free. */
    WAITING,
    ATTENDED,
    ABSENT,
    WITHDRAWN;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static EnrolmentState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
