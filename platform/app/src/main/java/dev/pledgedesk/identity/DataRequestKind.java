package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What a person may ask for. */
public enum DataRequestKind {

    /** To be told more than the portal shows. */
    ACCESS,
    /** To have something put right that he cannot put right himself. */
    CORRECTION,
    /** That his data are kept and not used, while something is in dispute. Granting it does so. */
    RESTRICTION,
    /** That his data are not used for something. */
    OBJECTION,
    /** To be forgotten. Granting it does so, and cannot be undone. */
    ERASURE;

    /** As written in the contract and the database, such as {@code erasure}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that key; a problem at {@code /kind} if there is none. */
    public static DataRequestKind of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst().orElseThrow(() -> Problem.invalid(new FieldError("/kind", "field.unknown-key", key)));
    }
}
