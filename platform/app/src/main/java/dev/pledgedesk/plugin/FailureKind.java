package dev.pledgedesk.plugin;

import java.util.Locale;

/** Why a plugin has not answered. */
public enum FailureKind {
    /** It threw. */
    THREW,
    /** Its time was over. */
    TIMED_OUT,
    /** All its threads were busy. */
    BUSY,
    /** What it answered cannot be used. */
    BAD_ANSWER,
    /** It failed so often that it is left alone for a while. */
    RESTING,
    /** It failed so often that it is left alone until somebody sees to it. */
    QUARANTINED,
    /** Its instance for the tenant could not be made. */
    NOT_MADE;

    /** As written in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
