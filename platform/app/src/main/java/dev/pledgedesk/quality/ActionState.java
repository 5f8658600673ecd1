package dev.pledgedesk.quality;

import java.util.Locale;

/** How far a corrective action is. */
public enum ActionState {

    /** To be done. */
    OPEN,
    /** Done; whether it had an effect is not known yet. */
    DONE,
    /** It had; the end. Without one it is to be done anew. */
    EFFECTIVE;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static ActionState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
