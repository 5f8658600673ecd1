package dev.pledgedesk.privacy;

import java.util.Arrays;

/**
 * A personal value as the database keeps it. The first byte names the form, so that forms can change while old rows stay readable; nothing but
 * {@link PersonalData} looks inside.
 */
public record Sealed(byte[] bytes) {

    public Sealed {
        bytes = bytes.clone();
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
