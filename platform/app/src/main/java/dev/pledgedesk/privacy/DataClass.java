package dev.pledgedesk.privacy;

import java.util.Locale;

/** How near a column is to a person. */
public enum DataClass {

    /** Says nothing about anybody: keys of tenants, versions, settings. */
    NONE,
    /** About a person who is known by other columns only: times, languages, states, pseudonymous ids. */
    ORDINARY,
    /** Names a person, reaches him, or is what he said. */
    PERSONAL,
    /** Does harm in the wrong hands: secrets that open an account, and what law protects above the rest. */
    SENSITIVE;

    /** As written in the contract and in texts, such as {@code personal}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
