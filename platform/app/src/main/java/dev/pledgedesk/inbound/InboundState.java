package dev.pledgedesk.inbound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a message that came in. */
public enum InboundState {
    /** It is a message in the ticket that it belongs to. */
    JOINED,
    /** It has become a ticket. */
    FILED,
    /** It is a note for staff in a ticket, or a receipt that was noted. */
    NOTED,
    /** It waits for staff. */
    HELD,
    /** Staff have put it away. */
    DISMISSED;

    /** As written in rows and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a key; empty for none. */
    public static Optional<InboundState> find(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
