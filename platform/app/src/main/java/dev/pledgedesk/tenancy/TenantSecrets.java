package dev.pledgedesk.tenancy;

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
 * Secrets that the operator keeps for tenants. A tenant's configuration only names one; it is looked for below the tenant's own key, so that no tenant can name
 * a secret of another or of the platform. Read each time, so that a new one needs no restart.
 */
@ApplicationScoped
public class TenantSecrets {

    private static final Logger LOG = Logger.getLogger(TenantSecrets.class.getName());

    @Inject
    Config config;

    @Inject
    @ConfigProperty(name = "pledgedesk.keys")
    Optional<String> keys;

    /**
     * A secret of a tenant: the value {@code pledgedesk.secrets.<tenant>.<name>} of the server's configuration, or the file {@code secrets/<tenant>/<name>}
     * beside its keys, where backups of the keys and other nodes find it.
     *
     * @param name in lower-kebab case
     * @return empty if it is kept nowhere
     */
    public Optional<String> find(String tenantKey, String name) {
        return name.matches(OrganisationSection.KEY) ? config.getOptionalValue("pledgedesk.secrets." + tenantKey + "." + name, String.class)
                .or(() -> keys.flatMap(k -> read(Path.of(k, "secrets", tenantKey, name)))).map(String::strip).filter(s -> !s.isEmpty()) : Optional.empty();
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
