package dev.pledgedesk.training;

import java.util.Locale;

/** How far an assessment is. */
public enum AssessmentState {

    /** Parts are still to come. */
    OPEN,
    PASSED,
    FAILED,
    /** Not gone on with, such as when somebody has left. */
    GIVEN_UP;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AssessmentState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
