package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why somebody is forgotten. */
public enum ErasureCause {

    /** He asked for it. */
    REQUEST,
    /** He objected to the use, or withdrew what allowed it. */
    OBJECTION,
    /** What the data were kept for is over. */
    NOT_NEEDED,
    /** They should not have been kept at all. */
    UNLAWFUL,
    /** He had been forgotten before, and a restored backup had brought back what it knew of him; nobody chooses this. */
    REPEATED;

    /** As written in the contract and the database, such as {@code not-needed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody waits to hear that it was done; what retention removes goes without a word. */
    public boolean isAskedFor() {
        return this == REQUEST || this == OBJECTION || this == UNLAWFUL;
    }

    /** Those that somebody can name. */
    public static List<ErasureCause> choices() {
        return List.of(REQUEST, OBJECTION, NOT_NEEDED, UNLAWFUL);
    }

    /** The choice with that key; a problem at {@code /cause} if there is none. */
    public static ErasureCause of(String key) {
        return choices().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow(() -> Problem.invalid(new FieldError("/cause", "field.unknown-key", key)));
    }

    /** The cause that is stored under a key. */
    public static ErasureCause known(String key) {
        return Arrays.stream(values()).filter(c -> c.key().equals(key)).findFirst().orElseThrow();
    }
}
