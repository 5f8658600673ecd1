package dev.pledgedesk.outbound.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator allows to be called, read once. */
@ApplicationScoped
public class AllowedAddresses {

    /**
     * What may be called besides public addresses by encrypted ways: host names, addresses and ranges, separated by commas. An entry that begins with
     * {@code http://} may also be spoken to without encryption.
     */
    @Inject
    @ConfigProperty(name = "pledgedesk.outbound.allow", defaultValue = "none")
    String allow;

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    private AddressRules rules;

    @PostConstruct
    void read() {
        String demo = "demo".equals(profile) ? "http://127.0.0.0/8, http://[::1]" : "none";
        rules = AddressRules.read(allow, demo);
    }

    /** The rules. */
    public AddressRules rules() {
        return rules;
    }
}
