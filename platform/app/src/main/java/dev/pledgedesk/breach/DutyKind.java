package dev.pledgedesk.breach;

import java.util.Locale;

/** To whom a leak has to be told. */
public enum DutyKind {

    /** An authority. */
    REPORT,
    /** The persons whose data have leaked. */
    NOTICE;

    /** As written in the contract and the database, such as {@code report}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is stored under a key. */
    public static DutyKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
