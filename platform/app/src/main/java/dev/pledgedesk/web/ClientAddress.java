package dev.pledgedesk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which address a request comes. A forwarding header counts only as far as proxies of the operator's own have written it; anybody else could write
 * what he likes.
 */
@ApplicationScoped
public class ClientAddress {

    /** Addresses whose first {@code bits} bits are those of {@code address}. */
    private record Range(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Proxies of the operator's: addresses or ranges such as {@code 10.0.0.0/8}, separated by commas. */
    @Inject
    @ConfigProperty(name = "pledgedesk.trusted-proxies", defaultValue = "none")
    String trustedProxies;

    private List<Range> trusted;

    @PostConstruct
    void read() {
        trusted = "none".equals(trustedProxies.strip()) ? List.of()
                : Arrays.stream(trustedProxies.split(",")).map(String::strip).filter(t -> !t.isEmpty()).map(ClientAddress::range).toList();
    }

    /**
     * The address of the caller.
     *
     * @param peer      address of the other end of the connection
     * @param forwarded value of X-Forwarded-For, null if there is none
     */
    public String of(String peer, String forwarded) {
        String client = peer;
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            String hop = hops[i].strip();
            if (bytes(hop) == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Whether the other end of a connection is a proxy of the operator's, whose forwarding headers count. */
    public boolean isTrusted(String address) {
        byte[] bytes = bytes(address);
        return bytes != null && trusted.stream().anyMatch(r -> r.contains(bytes));
    }

    private static Range range(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = bytes(parts[0]);
        int most = address == null ? 0 : address.length * 8;
        int bits = parts.length == 1 ? most : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (address == null || bits < 0 || bits > most) {
            throw new IllegalArgumentException("pledgedesk.trusted-proxies: \"" + text + "\" is neither an address nor a range such as 10.0.0.0/8");
        }
        return new Range(address, bits);
    }

    /** The bytes of a literal address, null if it is none; a name is never looked up. */
    private static byte[] bytes(String address) {
        try {
            return address != null && address.matches("[0-9a-fA-F:.]+") && (address.contains(":") || address.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}"))
                    ? InetAddress.getByName(address).getAddress() : null;
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }
}
