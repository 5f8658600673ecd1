package dev.pledgedesk.web;

import dev.pledgedesk.kernel.AddressRange;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which address a request comes. A forwarding header counts only as far as proxies of the operator's own have written it; anybody else could write
 * what he likes.
 */
@ApplicationScoped
public class ClientAddress {

    /** Proxies of the operator's: addresses or ranges such as {@code 10.0.0.0/8}, separated by commas. */
    @Inject
    @ConfigProperty(name = "pledgedesk.trusted-proxies", defaultValue = "none")
    String trustedProxies;

    private List<AddressRange> trusted;

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
            if (AddressRange.literal(hop) == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Whether the other end of a connection is a proxy of the operator's, whose forwarding headers count. */
    public boolean isTrusted(String address) {
        byte[] bytes = AddressRange.literal(address);
        return bytes != null && trusted.stream().anyMatch(r -> r.contains(bytes));
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow(() ->
                new IllegalArgumentException("pledgedesk.trusted-proxies: \"" + text + "\" is neither an address nor a range such as 10.0.0.0/8"));
    }
}
