package dev.pledgedesk.training;

import java.util.Locale;

/** What becomes of an appeal against a result. */
public enum Appeal {

    /** Somebody else looks at it. */
    OPEN,
    /** The result stays. */
    UPHELD,
    /** There is another result. */
    CHANGED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static Appeal of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
