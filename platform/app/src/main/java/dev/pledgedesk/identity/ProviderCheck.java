package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.AddressRange;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A provider is asked by https; without encryption only on this machine, in the demo. */
@ApplicationScoped
public class ProviderCheck implements ConfigCheck {

    private static final AddressRange LOOPBACK = AddressRange.parse("127.0.0.0/8").orElseThrow();

    private final boolean demo;

    /** For the proxy. */
    protected ProviderCheck() {
        this("production");
    }

    /** @param profile what kind of desk is served */
    @Inject
    public ProviderCheck(@ConfigProperty(name = "pledgedesk.profile", defaultValue = "production") String profile) {
        demo = "demo".equals(profile);
    }

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        for (int i = 0; i < config.providers().size(); i++) {
            String issuer = config.providers().get(i).issuer();
            String place = "/providers/" + i + "/issuer";
            try {
                URI address = URI.create(issuer);
                if (address.getHost() == null) {
                    findings.add("identity", place, "config.issuer-unreadable", issuer);
                } else if (issuer.startsWith("http:") && !(demo && isLoopback(address.getHost()))) {
                    findings.add("identity", place, "config.issuer-plain", issuer);
                }
            } catch (IllegalArgumentException unreadable) {
                findings.add("identity", place, "config.issuer-unreadable", issuer);
            }
        }
    }

    private static boolean isLoopback(String host) {
        byte[] literal = AddressRange.literal(host);
        return literal == null ? host.equals("localhost") || host.endsWith(".localhost") : LOOPBACK.contains(literal);
    }
}
