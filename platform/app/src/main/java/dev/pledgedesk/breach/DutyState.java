package dev.pledgedesk.breach;

import java.util.Locale;

/** Whether what is owed for a leak has been done. */
public enum DutyState {

    /** Not yet. */
    OPEN,
    /** Done. */
    DONE,
    /** Not done for a reason that was given. */
    WAIVED,
    /** Not owed any more, because the leak turned out to be of another severity. */
    LAPSED;

    /** As written in the contract and the database, such as {@code open}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static DutyState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
