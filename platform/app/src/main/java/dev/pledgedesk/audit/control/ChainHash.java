package dev.pledgedesk.audit.control;

import dev.pledgedesk.audit.entity.JournalEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the link before and the entry. */
public final class ChainHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private ChainHash() {
    }

    /** Hash of the next link. */
    public static byte[] of(byte[] before, JournalEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(entry.content());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
