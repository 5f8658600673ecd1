package dev.pledgedesk.breach;

import java.util.Locale;

/** How it is known whose data have leaked. */
public enum PersonSource {

    /** Somebody has opened their contacts in that time. */
    OPENINGS,
    /** They were named one by one. */
    NAMED,
    /** The leak was of everything. */
    EVERYBODY;

    /** As written in the contract and the database, such as {@code openings}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source that is stored under a key. */
    public static PersonSource of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
