package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets by which providers know this desk. A tenant's configuration only names one; it is looked for below the tenant's own key, so that no tenant
 * can name a secret of another or of the platform. Read each time, so that a new one needs no restart.
 */
@ApplicationScoped
public class ProviderSecrets {

    private static final Logger LOG = Logger.getLogger(ProviderSecrets.class.getName());

    @Inject
    Config config;

    @Inject
    @ConfigProperty(name = "pledgedesk.keys")
    Optional<String> keys;

    /**
     * The secret of a provider: the value {@code pledgedesk.secrets.<tenant>.<name>} of the server's configuration, or the file
     * {@code secrets/<tenant>/<name>} beside its keys, where backups of the keys and other nodes find it.
     *
     * @return empty for a public client
     */
    public Optional<String> of(String tenantKey, Provider provider) {
        String name = provider.secretRef();
        if (name == null) {
            return Optional.empty();
        }
        Optional<String> secret = config.getOptionalValue("pledgedesk.secrets." + tenantKey + "." + name, String.class)
                .or(() -> keys.flatMap(k -> read(Path.of(k, "secrets", tenantKey, name)))).map(String::strip).filter(s -> !s.isEmpty());
        if (secret.isEmpty()) {
            LOG.warning("the secret " + name + " of tenant " + tenantKey + " is set nowhere: nobody can sign in by its provider " + provider.key());
            throw Problem.of(Problem.Kind.UNAVAILABLE, "provider.not-set-up");
        }
        return secret;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "the secret " + file + " cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
