package dev.pledgedesk.systemtests.desk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app, made after RFC 6238 and not after the server's code. The server takes a code one step early and one late and each once, so three
 * can be had without waiting.
 */
public final class Authenticator {

    private static final int STEP_SECONDS = 30;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private long last;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    /** With the secret that a server shows. */
    public static Authenticator with(String base32) {
        StringBuilder bits = new StringBuilder();
        for (char c : base32.replace(" ", "").toCharArray()) {
            bits.append(String.format(Locale.ROOT, "%5s", Integer.toBinaryString(BASE_32.indexOf(c))).replace(' ', '0'));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return new Authenticator(bytes);
    }

    /** A code that the server takes now and that was not given before. */
    public String code() {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        last = Math.max(last + 1, now - 1);
        if (last > now + 1) {
            throw new IllegalStateException("no more than three codes can be had at a time");
        }
        return code(last);
    }

    /** The code that was given last. */
    public String again() {
        return code(last);
    }

    /** Six digits that are no code now. */
    public String wrongCode() {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        for (int guess = 0;; guess++) {
            String code = String.format(Locale.ROOT, "%06d", guess);
            if (java.util.stream.LongStream.rangeClosed(now - 2, now + 4).mapToObj(this::code).noneMatch(code::equals)) {
                return code;
            }
        }
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int from = hash[hash.length - 1] & 0xf;
            return String.format(Locale.ROOT, "%06d", (ByteBuffer.wrap(hash).getInt(from) & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
