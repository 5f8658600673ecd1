package dev.pledgedesk.notification;

import java.util.Locale;

/** How a message reaches its person. */
public enum Way {
    /** To a mail address. */
    MAIL,
    /** As a text message to a phone number. */
    TEXT;

    /** As written in rows and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a key. */
    public static Way of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
