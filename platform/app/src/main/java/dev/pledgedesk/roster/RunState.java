package dev.pledgedesk.roster;

import java.util.Locale;

/** How far a proposal is. */
public enum RunState {

    /** For a solver. */
    WAITING,
    RUNNING,
    /** To be looked at. */
    DONE,
    FAILED,
    CANCELLED,
    /** It is the roster now. */
    APPLIED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static RunState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
