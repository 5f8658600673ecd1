package dev.pledgedesk.training;

import java.util.Locale;

/** How far a paper is. */
public enum AttemptState {

    /** Being written. */
    RUNNING,
    /** Handed in; open questions are still to be marked. */
    MARKING,
    MARKED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AttemptState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
