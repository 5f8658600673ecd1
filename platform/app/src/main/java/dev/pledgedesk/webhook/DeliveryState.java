package dev.pledgedesk.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a message. */
public enum DeliveryState {
    /** It is still to be sent, or to be sent again. */
    WAITING,
    /** It was taken. */
    DELIVERED,
    /** All attempts were in vain. */
    FAILED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static DeliveryState of(String key) {
        return find(key).orElseThrow();
    }

    /** The state that somebody means; empty if there is none of that key. */
    public static Optional<DeliveryState> find(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
