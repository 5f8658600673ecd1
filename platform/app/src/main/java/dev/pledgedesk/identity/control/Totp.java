package dev.pledgedesk.identity.control;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes after RFC 6238 as every authenticator app makes them: SHA-1, six digits, a new one every 30 seconds. */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    /** How many steps the clock of a phone may be off. */
    private static final int TOLERANCE = 1;
    private static final int SECRET_BYTES = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP);

    private Totp() {
    }

    /** A new secret, base 32. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return base32(bytes);
    }

    /** The time step a code is of, empty if it is none of now, one before or one after; the newest if there were several. */
    static OptionalLong step(String secret, String code, Instant now) {
        var key = new SecretKeySpec(bytes(secret), GENERATOR.getAlgorithm());
        OptionalLong found = OptionalLong.empty();
        for (int off = -TOLERANCE; off <= TOLERANCE; off++) {
            Instant at = now.plus(STEP.multipliedBy(off));
            if (MessageDigest.isEqual(code(key, at).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
            }
        }
        return found;
    }

    private static String code(SecretKeySpec key, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(key, at, java.util.Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a QR code says to an authenticator app. */
    static String address(String issuer, String account, String secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer=" + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE_32.charAt(held >> bits - 5 & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(BASE_32.charAt(held << 5 - bits & 31)).toString();
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int next = 0;
        for (char c : base32.toCharArray()) {
            held = held << 5 | BASE_32.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
