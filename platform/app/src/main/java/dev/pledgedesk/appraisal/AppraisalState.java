package dev.pledgedesk.appraisal;

import java.util.Locale;

/** How far an appraisal is. */
public enum AppraisalState {

    /** Scores are counted; he may say how he sees himself. */
    OPEN,
    /** Somebody has talked with him about it. */
    TALKED,
    /** He has read it. */
    ACKNOWLEDGED,
    /** Frozen. */
    CLOSED;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static AppraisalState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
