package dev.pledgedesk.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, so that a fast hash of one is all that has to be kept. */
public final class RandomSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private RandomSecret() {
    }

    /** A new one of 192 bits, in 32 signs that can stand in an address. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
