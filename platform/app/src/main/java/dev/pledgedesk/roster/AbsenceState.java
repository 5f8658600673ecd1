package dev.pledgedesk.roster;

import java.util.Locale;

/** What becomes of a wish to be away. */
public enum AbsenceState {

    ASKED,
    GRANTED,
    REFUSED,
    /** By himself. */
    WITHDRAWN;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AbsenceState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
