package dev.pledgedesk.appraisal;

import java.util.Locale;

/** What becomes of an appeal. */
public enum AppealState {

    OPEN,
    /** All stays. */
    UPHELD,
    /** Something else holds. */
    CHANGED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AppealState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
