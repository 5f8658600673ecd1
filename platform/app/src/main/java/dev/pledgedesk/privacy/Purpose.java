package dev.pledgedesk.privacy;

import java.util.Locale;

/** What personal data are used for; nothing is kept that serves none of these. */
public enum Purpose {

    /** Answering, repairing, settling: what the customer came for. */
    SERVICE,
    /** Writing to the person. */
    CONTACT,
    /** Recognising a person who comes back or signs in. */
    IDENTIFICATION,
    /** Keeping accounts from those who guess and steal. */
    SECURITY,
    /** Giving work to staff and knowing who did it. */
    WORK,
    /** Proving later what was done and who read what. */
    EVIDENCE;

    /** As written in the contract and in texts, such as {@code service}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
