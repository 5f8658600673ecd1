package dev.pledgedesk.complaint;

import java.util.Arrays;
import java.util.Locale;

/** Whose fault it was, as found. */
public enum Fault {
    COMPANY, CUSTOMER, THIRD_PARTY, NOBODY;

    /** As written in the contract and the database, such as {@code third-party}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is stored under a key; null for null. */
    public static Fault of(String key) {
        return key == null ? null : Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }
}
