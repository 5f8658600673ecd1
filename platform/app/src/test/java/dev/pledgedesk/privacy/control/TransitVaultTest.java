package dev.pledgedesk.privacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pledgedesk.outbound.control.AddressRules;
import dev.pledgedesk.outbound.control.HttpCalls;
import dev.pledgedesk.privacy.KeyVault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key service that speaks the transit engine's protocol on the wire: right, refusing, slow, silent, broken, and with another key. */
class TransitVaultTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] KEY = "the key of a tenant, in clear ..".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = TenantKeys.vaultContext(new java.util.UUID(1, 1));

    @TempDir
    private Path folder;

    private ScheduledExecutorService timer;
    private HttpServer service;
    private HttpCalls calls;
    private Path token;
    private volatile byte[] master = PersonKey.fresh();
    private volatile String instead;
    private volatile CountDownLatch hold;

    @BeforeEach
    void start() throws IOException {
        timer = Executors.newScheduledThreadPool(1);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newCachedThreadPool());
        service.createContext("/v1/transit/", this::answer);
        service.start();
        calls = new HttpCalls(AddressRules.read("http://127.0.0.0/8, http://[::1]"), timer, Duration.ofMillis(700), null);
        token = Files.writeString(folder.resolve("token"), "s.right\n");
    }

    @AfterEach
    void stop() {
        if (hold != null) {
            hold.countDown();
        }
        calls.close();
        service.stop(0);
        timer.shutdownNow();
    }

    private TransitVault vault() {
        return new TransitVault(calls::send, URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/v1/transit"), "pledgedesk", token);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            if (hold != null) {
                hold.await(10, TimeUnit.SECONDS);
            }
            int status = 200;
            String text = instead;
            if (!"s.right".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                status = 403;
                text = "{\"errors\":[\"permission denied\"]}";
            } else if (text == null) {
                try {
                    text = JSON.writeValueAsString(Map.of("data", exchange.getRequestURI().getPath().equals("/v1/transit/encrypt/pledgedesk") ? Map.of("ciphertext", encrypt(body))
                            : Map.of("plaintext", decrypt(body))));
                } catch (GeneralSecurityException wrong) {
                    status = 400;
                    text = "{\"errors\":[\"cipher: message authentication failed\"]}";
                }
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String encrypt(JsonNode body) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(PersonKey.fresh(), 12);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, body).doFinal(Base64.getDecoder().decode(body.path("plaintext").asText()));
        byte[] both = Arrays.copyOf(iv, 12 + sealed.length);
        System.arraycopy(sealed, 0, both, 12, sealed.length);
        return "vault:v1:" + Base64.getEncoder().encodeToString(both);
    }

    private String decrypt(JsonNode body) throws GeneralSecurityException {
        byte[] both = Base64.getDecoder().decode(body.path("ciphertext").asText().substring("vault:v1:".length()));
        return Base64.getEncoder().encodeToString(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, 12), body).doFinal(both, 12, both.length - 12));
    }

    private Cipher cipher(int mode, byte[] iv, JsonNode body) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(Base64.getDecoder().decode(body.path("associated_data").asText()));
        return cipher;
    }

    @Test
    void whatItWrapsItUnwrapsForTheSameTenantOnly() {
        byte[] wrapped = vault().wrap(KEY, CONTEXT);
        assertThat(new String(wrapped, StandardCharsets.US_ASCII)).startsWith("vault:v1:");
        assertThat(vault().unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThatThrownBy(() -> vault().unwrap(wrapped, TenantKeys.vaultContext(new java.util.UUID(1, 2)))).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("status 400");
    }

    @Test
    void anotherKeyThereIsAFailure() {
        byte[] wrapped = vault().wrap(KEY, CONTEXT);
        master = PersonKey.fresh();
        assertThatThrownBy(() -> vault().unwrap(wrapped, CONTEXT)).isInstanceOf(KeyVault.Failure.class);
    }

    @Test
    void aTokenThatWasRenewedIsReadAgain() throws IOException {
        byte[] wrapped = vault().wrap(KEY, CONTEXT);
        Files.writeString(token, "s.expired");
        assertThatThrownBy(() -> vault().unwrap(wrapped, CONTEXT)).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("status 403");
        Files.writeString(token, "s.right");
        assertThat(vault().unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        Files.delete(token);
        assertThatThrownBy(() -> vault().unwrap(wrapped, CONTEXT)).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("token");
    }

    @Test
    void whatIsNoAnswerIsAFailureAndSaysNothingOfTheKey() {
        for (String nonsense : new String[] {"", "no JSON", "{}", "{\"data\":{}}", "{\"data\":{\"plaintext\":7}}", "{\"data\":{\"plaintext\":\"***\"}}", "[1]"}) {
            instead = nonsense;
            assertThatThrownBy(() -> vault().unwrap("vault:v1:AAAA".getBytes(StandardCharsets.US_ASCII), CONTEXT)).as(nonsense).isInstanceOf(KeyVault.Failure.class);
        }
        instead = "{}";
        assertThatThrownBy(() -> vault().wrap(KEY, CONTEXT)).isInstanceOf(KeyVault.Failure.class).message().doesNotContain("in clear").doesNotContain(Base64.getEncoder().encodeToString(KEY));
    }

    @Test
    void aServiceThatIsSlowOrAwayIsAFailureInTime() {
        hold = new CountDownLatch(1);
        assertThatThrownBy(() -> vault().wrap(KEY, CONTEXT)).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("cannot be called");
        hold.countDown();
        service.stop(0);
        assertThatThrownBy(() -> vault().wrap(KEY, CONTEXT)).isInstanceOf(KeyVault.Failure.class).hasMessageContaining("cannot be called");
    }
}
