package dev.pledgedesk.privacy;

import java.util.Locale;

/** Whom a table is about. */
public enum Whose {

    /** Customers, guests among them. */
    CUSTOMERS,
    /** Members of the vendor's staff. */
    STAFF,
    /** Both. */
    EVERYBODY,
    /** No person. */
    NOBODY;

    /** As written in the contract and in texts, such as {@code customers}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
