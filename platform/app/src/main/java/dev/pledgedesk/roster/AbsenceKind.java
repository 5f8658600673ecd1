package dev.pledgedesk.roster;

import java.util.Locale;

/** Why somebody is away. */
public enum AbsenceKind {

    /** Leave of the year. */
    ANNUAL,
    SICK,
    OTHER;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AbsenceKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
