package dev.pledgedesk.training;

import java.util.Locale;

/** What somebody learns from. */
public enum MaterialKind {

    /** A page of ours. */
    TEXT,
    /** A page or video elsewhere. */
    LINK,
    /** A document, picture or video. */
    FILE;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static MaterialKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
