package dev.pledgedesk.identity;

import java.util.Locale;

/** What sort of caller it is. */
public enum CallerKind {
    ANONYMOUS, CUSTOMER, STAFF, CLIENT, OPERATOR, SYSTEM;

    /** As written in tokens, rows and the journal. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a key. */
    public static CallerKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
