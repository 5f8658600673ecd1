package dev.pledgedesk.privacy.control;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.pledgedesk.privacy.Place;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of one person, open: seals and opens what is about him, each value for its own place only (AES-256-GCM). */
public final class PersonKey {

    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";
    private static final int DERIVED = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID tenant;
    private final AesGcmJce cipher;
    private final SecretKeySpec macKey;

    public PersonKey(UUID tenant, byte[] key) {
        this.tenant = tenant;
        this.macKey = new SecretKeySpec(key, MAC);
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key", e);
        }
    }

    /** Bytes for a new key. */
    public static byte[] fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    public byte[] seal(Place place, byte[] value) {
        try {
            return cipher.encrypt(value, context(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal at " + place, e);
        }
    }

    /** Opens what {@link #seal} gave for the same place of the same tenant; anything else is an error. */
    public byte[] open(Place place, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, context(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what stands at " + place + " was not sealed for that place under this key", e);
        }
    }

    /** Bytes that are the same for the same label, and tell nothing of it or of the key. */
    public byte[] derived(String label) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(macKey);
            return Arrays.copyOf(mac.doFinal((tenant + "|" + label).getBytes(StandardCharsets.UTF_8)), DERIVED);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] context(Place place) {
        return (tenant + "|" + place.table() + "|" + place.column() + "|" + place.row()).getBytes(StandardCharsets.UTF_8);
    }
}
