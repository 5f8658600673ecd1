package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.RandomSecret;
import dev.pledgedesk.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random secrets and the hashes we keep of them. Long random secrets need no slow hash; passwords get one elsewhere. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final String PLAIN_SIGNS = "abcdefghjkmnpqrstuvwxyz123456789";
    private static final int RECOVERY_LENGTH = 16;
    private static final int RECOVERY_GROUP = 4;

    private Secrets() {
    }

    /** A secret for a link or an API client, URL-safe. */
    static String token() {
        return RandomSecret.fresh();
    }

    /** Six digits. */
    static String code() {
        return String.format(java.util.Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
    }

    /** Four groups of four letters and digits that cannot be taken for one another; 80 bits, so that a fast hash of it is enough. */
    static String recoveryCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LENGTH; i++) {
            code.append(i > 0 && i % RECOVERY_GROUP == 0 ? "-" : "").append(PLAIN_SIGNS.charAt(RANDOM.nextInt(PLAIN_SIGNS.length())));
        }
        return code.toString();
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }

    /** Another secret, of 43 URL-safe characters, that only who knows the first one can make. */
    static String derive(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hashText(String secret) {
        return Base64.getEncoder().encodeToString(hash(secret));
    }

    static boolean matches(String secret, String hashText) {
        return MessageDigest.isEqual(hash(secret), Base64.getDecoder().decode(hashText));
    }
}
