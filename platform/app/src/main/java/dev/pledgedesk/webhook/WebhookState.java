package dev.pledgedesk.webhook;

import java.util.Arrays;
import java.util.Locale;

/** Whether an address is told what happens. */
public enum WebhookState {
    /** It is. */
    ACTIVE,
    /** Not now: messages wait until somebody lets it go on. */
    PAUSED,
    /** It has said that it is gone: nothing is kept for it. */
    DISABLED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static WebhookState of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }
}
