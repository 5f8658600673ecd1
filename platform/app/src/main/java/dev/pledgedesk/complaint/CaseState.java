package dev.pledgedesk.complaint;

import java.util.Locale;

/** Whether a department that was asked has answered. */
public enum CaseState {
    OPEN, ANSWERED, WITHDRAWN;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is stored under a key. */
    public static CaseState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
