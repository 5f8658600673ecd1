package dev.pledgedesk.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Seals and opens personal values. The form in use is number 0, clear text behind its form byte: the database layout, look-ups and callers already
 * are those of encryption under a key per person, which only this class will know of.
 */
@ApplicationScoped
public class PersonalData {

    private static final byte CLEAR = 0;

    /**
     * Seals a value.
     *
     * @param person whose key covers it: the customer it is about, or the member of staff
     * @param place  where it will stand
     * @param value  null gives null
     */
    public Sealed seal(UUID person, Place place, String value) {
        if (value == null) {
            return null;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[text.length + 1];
        bytes[0] = CLEAR;
        System.arraycopy(text, 0, bytes, 1, text.length);
        return new Sealed(bytes);
    }

    /** Opens a value; null gives null. The arguments are those it was sealed with. */
    public String open(UUID person, Place place, Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        byte[] bytes = sealed.bytes();
        if (bytes.length == 0 || bytes[0] != CLEAR) {
            throw new IllegalStateException("unknown form of sealing at " + place);
        }
        return new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    }
}
