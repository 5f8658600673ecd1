package dev.pledgedesk.promise;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a clock.
 *
 * @param at    when it took effect
 * @param cause why, a key of the texts below {@code promise.cause.}; may be followed by a colon and a detail, such as {@code status:pending}
 * @param actor who did it, such as {@code staff/<id>}; {@code platform} for what time did
 */
public record ClockEvent(Kind kind, Instant at, String cause, String actor) {

    /** What can happen to a clock. */
    public enum Kind {
        /** It runs from now on. */
        ACTIVATE,
        /** It stands still. */
        PAUSE,
        /** It runs on. */
        RESUME,
        /** What was promised is done. */
        FULFIL,
        /** The time was over before that. */
        BREACH,
        /** It does not matter any more. */
        CANCEL,
        /** A share of the time was used up and somebody was told. */
        WARN,
        /** It is broken for so long that somebody else was told. */
        ESCALATE;

        /** As written in the API and the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a key. */
        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
