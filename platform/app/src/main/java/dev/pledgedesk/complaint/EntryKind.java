package dev.pledgedesk.complaint;

import java.util.Arrays;
import java.util.Locale;

/** What can happen to a complaint. */
public enum EntryKind {
    /** The form was opened. */
    FILED,
    /** A text of the form was written; the name says which, the words what. */
    WRITTEN,
    /** Something of the form was chosen; the name says which, the value what. */
    SET,
    /** It was moved; the value is the stage. */
    MOVED,
    /** A department was asked; the name is its key, the words the question. */
    ASKED,
    /** It has given its opinion. */
    OPINION,
    /** It is not asked any more. */
    CASE_WITHDRAWN,
    /** The customer was told something; the name says what it was, the value the channel. */
    TOLD,
    /** The customer is satisfied; the value is the channel, the words are the proof. */
    SATISFIED,
    /** He is not. */
    NOT_SATISFIED,
    /** He was reminded; the value says how often by now. */
    REMINDED,
    /** Somebody wants it closed without the customer's satisfaction; the words say why. */
    EXCEPTION_ASKED,
    /** Somebody else has decided that; the value is {@code granted} or {@code refused}. */
    EXCEPTION_DECIDED,
    /** Another ticket belongs to it; the value is its number. */
    LINKED,
    /** It ended; the value is the outcome. */
    CLOSED;

    /** As written in the contract and the database, such as {@code not-satisfied}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is stored under a key. */
    public static EntryKind of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst().orElseThrow();
    }
}
