package dev.pledgedesk.appraisal;

import java.util.Locale;

/** How far a reward or penalty is. */
public enum MeritState {

    /** He has not been heard yet. */
    HEARING,
    /** Somebody is to approve it. */
    PROPOSED,
    IN_FORCE,
    REFUSED,
    /** After an appeal. */
    LIFTED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static MeritState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
