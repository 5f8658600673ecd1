package dev.pledgedesk.roster;

import java.util.Locale;

/** What becomes of a swap. */
public enum SwapState {

    /** The colleague is asked. */
    ASKED,
    /** He agrees; who runs the roster decides. */
    AGREED,
    GRANTED,
    /** By either. */
    REFUSED,
    /** By who has asked. */
    WITHDRAWN;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static SwapState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
