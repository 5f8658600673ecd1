package dev.pledgedesk.privacy;

import java.util.Arrays;
import java.util.Locale;

/** What the privacy officer is told of without asking. */
public enum AlertKind {

    /** Somebody opened contacts without a purpose that the desk could check. */
    BREAK_GLASS,
    /** Somebody opened the contacts of many customers in a short time. */
    MASS_READING,
    /** A person's request is to be decided soon; raised by former releases, today its clock tells. */
    REQUEST_DUE,
    /** A person's request should have been decided by now; likewise. */
    REQUEST_OVERDUE,
    /** Somebody has reported a leak. */
    BREACH_REPORTED,
    /** Somebody is to be told of a leak soon. */
    BREACH_DUE,
    /** Somebody should have been told of a leak by now. */
    BREACH_OVERDUE;

    /** As written in the contract and the database, such as {@code break-glass}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is stored under a key. */
    public static AlertKind of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst().orElseThrow();
    }
}
