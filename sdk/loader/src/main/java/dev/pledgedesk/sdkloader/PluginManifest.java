package dev.pledgedesk.sdkloader;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who a plugin is and what it wants, from the main attributes of its jar's manifest, which a signature covers.
 *
 * @param id                {@code PledgeDesk-Plugin}, lower-kebab case
 * @param version           {@code PledgeDesk-Plugin-Version}
 * @param name              {@code PledgeDesk-Plugin-Name}, for people; the id if there is none
 * @param sdk               {@code PledgeDesk-Sdk}: the version of the SDK it was built against; it runs with that one and later ones of the same major number
 * @param hosts             {@code PledgeDesk-Hosts}: what it may call; exact names
 * @param hostsFromSettings whether the hosts of its settings' addresses may be called as well, written as {@code settings} among the hosts
 * @param data              {@code PledgeDesk-Data}: classes of data it wants to see
 * @param exempt            {@code PledgeDesk-Exempt}: packages of bundled libraries whose code is not looked through; only whoever signs the jar answers for them
 */
public record PluginManifest(String id, PluginVersion version, String name, PluginVersion sdk, Set<String> hosts, boolean hostsFromSettings, Set<String> data, List<String> exempt) {

    /** Texts of tickets and messages, and fields that the tenant calls personal. */
    public static final String TICKET_TEXT = "ticket-text";

    private static final String PREFIX = "PledgeDesk-";
    private static final String SETTINGS = "settings";
    private static final Set<String> DATA = Set.of(TICKET_TEXT);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-zA-Z_][\\w]*(\\.[a-zA-Z_][\\w]*)+");
    private static final int LONGEST_ID = 40;

    /** Reads the main attributes of a manifest. */
    static PluginManifest read(Attributes attributes, PluginVersion running) throws PluginRefused {
        String id = attributes.getValue(PREFIX + "Plugin");
        if (id == null) {
            throw new PluginRefused("its manifest has no " + PREFIX + "Plugin: this is no plugin");
        }
        require("Plugin", id, ID.asMatchPredicate().and(i -> i.length() <= LONGEST_ID), "an id in lower-kebab case of at most " + LONGEST_ID + " characters");
        PluginVersion sdk = PluginVersion.parse(attributes.getValue(PREFIX + "Sdk"));
        if (sdk.major() != running.major() || sdk.compareTo(running) > 0) {
            throw new PluginRefused("it was built against SDK " + sdk + ", and this is SDK " + running);
        }
        Set<String> hosts = list(attributes, "Hosts");
        boolean settings = hosts.remove(SETTINGS);
        for (String host : hosts) {
            require("Hosts", host, HOST.asMatchPredicate(), "a host name in lower case, without port");
        }
        Set<String> data = list(attributes, "Data");
        for (String wanted : data) {
            require("Data", wanted, DATA::contains, "one of " + DATA);
        }
        Set<String> exempt = list(attributes, "Exempt");
        for (String name : exempt) {
            require("Exempt", name, PACKAGE.asMatchPredicate(), "the name of a package");
        }
        String name = attributes.getValue(PREFIX + "Plugin-Name");
        return new PluginManifest(id, PluginVersion.parse(attributes.getValue(PREFIX + "Plugin-Version")), name == null ? id : name, sdk, Set.copyOf(hosts), settings, Set.copyOf(data), List.copyOf(exempt));
    }

    /** Whether it sees texts. */
    public boolean seesText() {
        return data.contains(TICKET_TEXT);
    }

    private static Set<String> list(Attributes attributes, String name) {
        String value = attributes.getValue(PREFIX + name);
        return value == null ? new TreeSet<>() : Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void require(String name, String value, Predicate<String> form, String what) throws PluginRefused {
        if (!form.test(value)) {
            throw new PluginRefused(PREFIX + name + " is not " + what + ": " + value);
        }
    }
}
