package dev.pledgedesk.privacy.control;

import dev.pledgedesk.outbound.OutboundGate;
import dev.pledgedesk.privacy.KeyVault;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The vault that the operator has chosen by {@code pledgedesk.vault}: {@code local}, {@code transit} or {@code pkcs11}; each has settings of its own. */
@ApplicationScoped
public class VaultChoice {

    /** What the vault's own key is called where nothing is said. */
    private static final String USUAL_KEY = "pledgedesk";

    @Inject
    Config config;

    @Inject
    OutboundGate gate;

    @Inject
    KeyTransactions transactions;

    @Resource
    private ManagedExecutorService executor;

    @Produces
    @ApplicationScoped
    KeyVault vault() {
        String choice = setting("pledgedesk.vault").orElse(LocalVault.NAME);
        return switch (choice) {
            // Beside the platform's other keys.
            case LocalVault.NAME -> new LocalVault(VaultFile.in(path("pledgedesk.keys"), setting("pledgedesk.vault.passphrase").orElse(null),
                    setting("pledgedesk.vault.key-file").map(Path::of).orElse(null)), transactions);
            case TransitVault.NAME -> new TransitVault(gate::send, URI.create(given("pledgedesk.vault.transit.url")), setting("pledgedesk.vault.transit.key").orElse(USUAL_KEY),
                    path("pledgedesk.vault.transit.token-file"));
            case TokenVault.NAME -> new TokenVault(executor, path("pledgedesk.vault.pkcs11.configuration"), path("pledgedesk.vault.pkcs11.pin-file"),
                    setting("pledgedesk.vault.pkcs11.key").orElse(USUAL_KEY));
            default -> throw new KeyVault.Failure("pledgedesk.vault is \"" + choice + "\": it must be local, transit or pkcs11", null);
        };
    }

    private Optional<String> setting(String name) {
        return config.getOptionalValue(name, String.class);
    }

    private String given(String name) {
        return setting(name).orElseThrow(() -> new KeyVault.Failure("the setting " + name + " is missing", null));
    }

    private Path path(String name) {
        return Path.of(given(name));
    }
}
