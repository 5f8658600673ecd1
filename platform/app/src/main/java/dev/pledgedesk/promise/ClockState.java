package dev.pledgedesk.promise;

import java.util.Locale;

/** Whether a clock runs. */
public enum ClockState {
    RUNNING, PAUSED, FULFILLED, CANCELLED;

    /** As written in the API and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a key. */
    public static ClockState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether something is still owed. */
    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
