package dev.pledgedesk.privacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pledgedesk.privacy.KeyVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real token in software (SoftHSM), spoken to over PKCS #11: the key is used in it and stays there. {@code .ci/run} installs it. */
class TokenVaultTest {

    private static final List<Path> LIBRARIES = List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"), Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
    private static final String PIN = "2468";
    private static final byte[] KEY = "the key of a tenant, in clear ..".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = TenantKeys.vaultContext(new UUID(1, 1));

    private static Path configuration;
    private static Path pin;

    /** The library reads its settings from where the build's environment says. */
    @BeforeAll
    static void makeToken() throws Exception {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
        assumeTrue(library != null, "SoftHSM is not installed");
        Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path folder = Files.createDirectories(settings.toAbsolutePath().getParent());
        Path tokens = Files.createTempDirectory(folder, "tokens-");
        Files.writeString(settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        String made = run("softhsm2-util", "--init-token", "--free", "--label", "desk", "--pin", PIN, "--so-pin", PIN);
        String slot = made.replaceAll("(?s).*slot (\\d+).*", "$1");
        configuration = Files.writeString(folder.resolve("pkcs11.cfg"), "name = SoftHSM\nlibrary = " + library + "\nslot = " + slot + "\n");
        pin = Files.writeString(folder.resolve("pin"), PIN + "\n");
        KeyStore token = KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure(configuration.toString()));
        token.load(null, PIN.toCharArray());
        token.setKeyEntry("pledgedesk", new SecretKeySpec(PersonKey.fresh(), "AES"), null, null);
    }

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void whatTheTokenWrapsItUnwrapsForTheSameTenantOnly() {
        var vault = new TokenVault(EXECUTOR, configuration, pin, "pledgedesk");
        byte[] wrapped = vault.wrap(KEY, CONTEXT);
        assertThat(wrapped).hasSize(12 + KEY.length + 16);
        assertThat(vault.wrap(KEY, CONTEXT)).isNotEqualTo(wrapped);
        assertThat(new TokenVault(EXECUTOR, configuration, pin, "pledgedesk").unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThatThrownBy(() -> vault.unwrap(wrapped, TenantKeys.vaultContext(new UUID(1, 2)))).isInstanceOf(KeyVault.Failure.class);
        assertThat(vault.unwrap(wrapped, CONTEXT)).as("after a failure").isEqualTo(KEY);
    }

    @Test
    void aWrongPinOrLabelIsAFailureThatIsMendedWithoutARestart() throws IOException {
        byte[] wrapped = new TokenVault(EXECUTOR, configuration, pin, "pledgedesk").wrap(KEY, CONTEXT);
        assertThatThrownBy(() -> new TokenVault(EXECUTOR, configuration, pin, "another").unwrap(wrapped, CONTEXT)).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("another");
        Path absent = pin.resolveSibling("absent");
        Files.deleteIfExists(absent);
        var vault = new TokenVault(EXECUTOR, configuration, absent, "pledgedesk");
        assertThatThrownBy(() -> vault.unwrap(wrapped, CONTEXT)).isInstanceOf(KeyVault.Failure.class);
        Files.writeString(absent, PIN);
        assertThat(vault.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }
}
