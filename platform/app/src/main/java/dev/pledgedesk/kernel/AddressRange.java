package dev.pledgedesk.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Network addresses whose first bits are the same; one address is a range of itself. */
public final class AddressRange {

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** The range of a text such as {@code 10.0.0.0/8}, {@code fc00::/7} or a single address; empty if the text is none. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] first = literal(parts[0]);
        if (first == null) {
            return Optional.empty();
        }
        int most = first.length * 8;
        int bits = parts.length == 1 ? most : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
        return bits < 0 || bits > most ? Optional.empty() : Optional.of(new AddressRange(first, bits));
    }

    /** The bytes of a literal address, null if it is none; a name is never looked up. */
    public static byte[] literal(String address) {
        try {
            return address != null && address.matches("[0-9a-fA-F:.]+") && (address.contains(":") || address.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}"))
                    ? InetAddress.getByName(address).getAddress() : null;
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }

    /** Whether an address of 4 or 16 bytes lies in it; one of the other length never does. */
    public boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((first[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.bits == bits && Arrays.equals(range.first, first);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(first) + bits;
    }
}
