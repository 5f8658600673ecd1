package dev.pledgedesk.sdk;

import java.time.Instant;

/**
 * Something said on a ticket.
 *
 * @param author   who has said it
 * @param internal whether it is a note that its customer never sees
 * @param body     plain text
 * @param at       when
 * @since 1.0
 */
public record MessageSnapshot(Author author, boolean internal, String body, Instant at) {

    /** On which side of the desk somebody is. */
    public enum Author {
        /** Whose ticket it is. */
        CUSTOMER,
        /** Somebody of the vendor's. */
        STAFF,
        /** A program, or the platform itself. */
        SYSTEM
    }
}
