package dev.pledgedesk.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator allows: {@code pledgedesk.limits.<name>}, or {@code pledgedesk.limits.<tenant>.<name>} for one tenant alone, such as
 * {@code pledgedesk.limits.art-platform.client}. Read once a name; a change needs a restart.
 */
@ApplicationScoped
public class LimitSettings {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Requests a minute of one guest's address, customer, member of staff or API client, and of a whole tenant; and what a tenant may do a day. */
    private static final Map<String, Policy> DEFAULTS = Map.of(
            "guest", new Policy("guest", 600, MINUTE),
            "customer", new Policy("customer", 600, MINUTE),
            "staff", new Policy("staff", 3_000, MINUTE),
            "client", new Policy("client", 6_000, MINUTE),
            "operator", new Policy("operator", 6_000, MINUTE),
            "tenant", new Policy("tenant", 60_000, MINUTE),
            "tickets", new Policy("tickets", 100_000, DAY),
            "uploads", new Policy("uploads", 50_000, DAY));

    private record Key(String tenant, String name) {
    }

    private final Map<Key, Policy> read = new ConcurrentHashMap<>();

    @Inject
    Config config;

    /**
     * The policy of a name for a tenant.
     *
     * @throws IllegalArgumentException if there is no such policy, or its setting is no number
     */
    public Policy policy(String tenant, String name) {
        return read.computeIfAbsent(new Key(tenant, name), key -> {
            Policy usual = DEFAULTS.get(name);
            if (usual == null) {
                throw new IllegalArgumentException("no limit is called " + name);
            }
            long quota = config.getOptionalValue("pledgedesk.limits." + tenant + "." + name, Long.class)
                    .or(() -> config.getOptionalValue("pledgedesk.limits." + name, Long.class)).orElse(usual.quota());
            return new Policy(name, quota, usual.window());
        });
    }
}
