package dev.pledgedesk.training;

import java.util.Locale;

/** Who judges what of somebody. */
public enum JudgementKind {

    /** A trainer: what he does, by the check list. */
    PRACTICE,
    /** A trainer or supervisor: what he is like, from the daily record. */
    CONDUCT,
    /** A colleague who was asked: what he is like. */
    PEER;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static JudgementKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
