package dev.pledgedesk.privacy;

import java.util.Arrays;

/**
 * A personal value as the database keeps it. The first byte names the form, so that forms can change while old rows stay readable; nothing but
 * {@link PersonalData} looks inside.
 */
public record Sealed(byte[] bytes) {

    /** Stands where a value was that is gone for good; opens as nothing. */
    public static final Sealed REMOVED = new Sealed(new byte[] {2});

    public Sealed {
        bytes = bytes.clone();
    }

    /** What a form byte and what follows it make together. */
    static Sealed of(byte form, byte[] content) {
        byte[] bytes = new byte[content.length + 1];
        bytes[0] = form;
        System.arraycopy(content, 0, bytes, 1, content.length);
        return new Sealed(bytes);
    }

    /** Whether it was written before there was encryption and waits to be sealed. */
    public boolean isClear() {
        return form() == 0;
    }

    /** The form byte. */
    byte form() {
        if (bytes.length == 0) {
            throw new IllegalStateException("a sealed value has a form byte at least");
        }
        return bytes[0];
    }

    /** What follows the form byte. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says nothing of the value. */
    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
