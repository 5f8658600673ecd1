package dev.pledgedesk.audit.control;

import dev.pledgedesk.audit.entity.JournalEntry;
import dev.pledgedesk.kernel.Sha256;
import java.security.MessageDigest;

/** SHA-256 over the link before and the entry. */
public final class ChainHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private ChainHash() {
    }

    /** Hash of the next link. */
    public static byte[] of(byte[] before, JournalEntry entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        return digest.digest(entry.content());
    }
}
