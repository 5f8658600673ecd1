package dev.pledgedesk.breach;

import java.util.Locale;

/** Whether a person whose data have leaked was written to. */
public enum NoticeState {

    /** Nobody has asked for it. */
    NONE,
    /** The letter is about to be written. */
    QUEUED,
    /** The letter was handed to the outgoing mail. */
    WRITTEN,
    /** There is no mail address; the person has to be told in another way. */
    UNREACHABLE;

    /** As written in the contract and the database, such as {@code queued}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static NoticeState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
