package dev.pledgedesk.identity;

import java.util.Locale;

/** What proved who it was when a session began. */
public enum SignInWay {
    /** A member of staff by his password, with his second factor if he has one. */
    PASSWORD,
    /** An API client by its secret. */
    SECRET,
    /** A customer by a code that was mailed to him. */
    CODE,
    /** A customer or guest by the link of a ticket. */
    LINK,
    /** A member of staff or a customer by an OpenID provider, which asks for factors of its own. */
    OIDC;

    /** As written in rows, the journal and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a key. */
    public static SignInWay of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
