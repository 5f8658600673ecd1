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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vault that the operator has chosen by {@code pledgedesk.vault}: {@code local}, {@code transit} or {@code pkcs11}; each has settings of its own. */
@ApplicationScoped
public class VaultChoice {

    @Inject
    @ConfigProperty(name = "pledgedesk.vault", defaultValue = LocalVault.NAME)
    String choice;

    /** Where the vault file is kept, beside the platform's other keys. */
    @Inject
    @ConfigProperty(name = "pledgedesk.keys")
    Optional<String> directory;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.passphrase")
    Optional<String> passphrase;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.key-file")
    Optional<String> keyFile;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.transit.url")
    Optional<String> transit;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.transit.key", defaultValue = "pledgedesk")
    String transitKey;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.transit.token-file")
    Optional<String> transitToken;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.pkcs11.configuration")
    Optional<String> pkcs11;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.pkcs11.pin-file")
    Optional<String> pin;

    @Inject
    @ConfigProperty(name = "pledgedesk.vault.pkcs11.key", defaultValue = "pledgedesk")
    String pkcs11Key;

    @Inject
    OutboundGate gate;

    @Inject
    KeyTransactions transactions;

    @Resource
    private ManagedExecutorService executor;

    @Produces
    @ApplicationScoped
    KeyVault vault() {
        return switch (choice) {
            case LocalVault.NAME -> new LocalVault(VaultFile.in(Path.of(given(directory, "pledgedesk.keys")), passphrase.orElse(null), keyFile.map(Path::of).orElse(null)), transactions);
            case TransitVault.NAME -> new TransitVault(gate::send, URI.create(given(transit, "pledgedesk.vault.transit.url")), transitKey, Path.of(given(transitToken, "pledgedesk.vault.transit.token-file")));
            case TokenVault.NAME -> new TokenVault(executor, Path.of(given(pkcs11, "pledgedesk.vault.pkcs11.configuration")), Path.of(given(pin, "pledgedesk.vault.pkcs11.pin-file")), pkcs11Key);
            default -> throw new KeyVault.Failure("pledgedesk.vault is \"" + choice + "\": it must be local, transit or pkcs11", null);
        };
    }

    private static String given(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new KeyVault.Failure("the setting " + name + " is missing", null));
    }
}
