package dev.pledgedesk.outbound.control;

import dev.pledgedesk.kernel.AddressRange;
import dev.pledgedesk.sdkmail.MailRules;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which addresses may be called: public ones by https, and what the operator has allowed. */
public final class AddressRules implements MailRules {

    /** IPv4 addresses that are not of the public network: IANA's special-purpose registry, and one cloud's metadata address that looks public. */
    private static final List<AddressRange> NOT_PUBLIC = ranges("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4");
    /** The only IPv6 block that is in public use; all loopback, local, unique-local, multicast, mapped and translated addresses are outside. */
    private static final AddressRange PUBLIC_SIX = AddressRange.parse("2000::/3").orElseThrow();
    /** Inside it: protocol assignments with Teredo, documentation, and 6to4, which carries any IPv4 address. */
    private static final List<AddressRange> NOT_PUBLIC_SIX = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final String PLAIN = "http://";

    private final Set<String> names = new HashSet<>();
    private final List<AddressRange> allowed = new ArrayList<>();
    private final Set<String> plainNames = new HashSet<>();
    private final List<AddressRange> plainAllowed = new ArrayList<>();

    private AddressRules() {
    }

    /**
     * Reads what is allowed besides public addresses, for {@link dev.pledgedesk.outbound.OutboundGate}.
     *
     * @param lists entries separated by commas, or {@code none}
     * @throws IllegalArgumentException naming the entry that is neither name, address nor range
     */
    public static AddressRules read(String... lists) {
        AddressRules rules = new AddressRules();
        Arrays.stream(lists).flatMap(l -> Arrays.stream(l.split(","))).map(String::strip).filter(e -> !e.isEmpty() && !e.equals("none")).forEach(rules::allow);
        return rules;
    }

    private void allow(String entry) {
        boolean plain = entry.startsWith(PLAIN);
        String what = (plain ? entry.substring(PLAIN.length()) : entry).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        var range = AddressRange.parse(what);
        boolean name = range.isEmpty() && what.matches("[a-z0-9]([a-z0-9._-]*[a-z0-9])?") && !what.matches("[0-9.]+");
        if (range.isEmpty() && !name) {
            throw new IllegalArgumentException("pledgedesk.outbound.allow: \"" + entry + "\" is no host name, address or range such as 10.0.0.0/8");
        }
        range.ifPresent(allowed::add);
        if (name) {
            names.add(what);
        }
        if (plain) {
            range.ifPresent(plainAllowed::add);
            if (name) {
                plainNames.add(what);
            }
        }
    }

    /** Whether a host may be called by https, or another encrypted way, at this address. */
    @Override
    public boolean encrypted(String host, InetAddress address) {
        return isPublic(address.getAddress()) || names.contains(key(host)) || in(allowed, address.getAddress());
    }

    /** Whether a host may be called by http, or another way in the clear, at this address. */
    @Override
    public boolean plain(String host, InetAddress address) {
        return plainNames.contains(key(host)) || in(plainAllowed, address.getAddress());
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isPublic(byte[] address) {
        // IPv4 addresses mapped into IPv6 come as four bytes: the JDK unwraps them.
        return address.length == 4 ? !in(NOT_PUBLIC, address) : PUBLIC_SIX.contains(address) && !in(NOT_PUBLIC_SIX, address);
    }

    private static boolean in(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(r -> r.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(t -> AddressRange.parse(t).orElseThrow()).toList();
    }
}
