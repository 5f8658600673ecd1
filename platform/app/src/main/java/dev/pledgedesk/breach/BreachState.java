package dev.pledgedesk.breach;

import java.util.Locale;

/** How far a leak has been dealt with. */
public enum BreachState {

    /** Nothing is known but that it happened. */
    DETECTED,
    /** It leaks no more. */
    CONTAINED,
    /** It leaks no more, and it is known how bad it is. */
    ASSESSED,
    /** All that was owed is done; the end. */
    CLOSED;

    /** As written in the contract and in texts, such as {@code detected}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
