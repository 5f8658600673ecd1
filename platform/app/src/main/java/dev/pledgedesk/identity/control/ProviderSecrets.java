package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.TenantSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;

/** The secrets by which providers know this desk. */
@ApplicationScoped
public class ProviderSecrets {

    private static final Logger LOG = Logger.getLogger(ProviderSecrets.class.getName());

    @Inject
    TenantSecrets secrets;

    /**
     * The secret of a provider.
     *
     * @return empty for a public client
     */
    public Optional<String> of(String tenantKey, Provider provider) {
        String name = provider.secretRef();
        if (name == null) {
            return Optional.empty();
        }
        Optional<String> secret = secrets.find(tenantKey, name);
        if (secret.isEmpty()) {
            LOG.warning("the secret " + name + " of tenant " + tenantKey + " is set nowhere: nobody can sign in by its provider " + provider.key());
            throw Problem.of(Problem.Kind.UNAVAILABLE, "provider.not-set-up");
        }
        return secret;
    }
}
