package dev.pledgedesk.identity.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one source: an IPv4 address, or the /64 network of an IPv6 address, all of whose addresses one subscriber has. */
final class SourceNetwork {

    private static final int SUBSCRIBER_BYTES = 8;
    private static final int V4_BYTES = 4;

    private SourceNetwork() {
    }

    /** The one form of a source; null, as in background work, and what is no address are sources of their own. */
    static String of(String address) {
        if (address == null || !address.matches("[0-9a-fA-F:.%]+[0-9a-zA-Z]*")) {
            return "unknown";
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(bytes.length == V4_BYTES ? bytes : Arrays.copyOf(bytes, SUBSCRIBER_BYTES));
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}
