package dev.pledgedesk.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundFailure.Reason;
import dev.pledgedesk.outbound.OutboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate against a real server on this machine: what it lets through, and that it never waits or reads without end. */
class HttpCallsTest {

    private static final String HERE = "http://127.0.0.1";
    private static final int MOST = 1000;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        timer.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host"));
        byte[] sent = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                try (var body = exchange.getResponseBody()) {
                    while (end.getCount() > 0) {
                        body.write(new byte[8192]);
                    }
                }
            }
            case "/silent" -> await();
            case "/dripping" -> {
                exchange.sendResponseHeaders(200, 0);
                try (var body = exchange.getResponseBody()) {
                    while (!end.await(50, TimeUnit.MILLISECONDS)) {
                        body.write('.');
                        body.flush();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {
                exchange.getResponseHeaders().add("Content-Type", "text/plain");
                exchange.sendResponseHeaders(200, sent.length == 0 ? -1 : sent.length);
                exchange.getResponseBody().write(sent);
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpCalls calls(String allow) {
        return new HttpCalls(AddressRules.read(allow), timer, Duration.ofSeconds(20), null);
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    private static OutboundFailure failure(HttpCalls calls, URI address) {
        return catchThrowableOfType(OutboundFailure.class, () -> calls.send(OutboundRequest.get(address, "*/*", MOST)));
    }

    @Test
    void anAllowedCallGoesThroughWithItsBody() throws OutboundFailure {
        try (HttpCalls calls = calls(HERE)) {
            var answer = calls.send(new OutboundRequest("POST", at("127.0.0.1", "/echo?a=b"), Map.of("Content-Type", "text/plain"),
                    "größe".getBytes(StandardCharsets.UTF_8), MOST));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("größe");
            assertThat(answer.contentType()).isEqualTo("text/plain");
            assertThat(asked).containsExactly("POST /echo?a=b 127.0.0.1:" + server.getAddress().getPort());
        }
    }

    /** Names, numbers and other spellings of this machine; nothing of them may reach the server. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "any.localhost", "127.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[::]", "127.0.0.1."})
    void thisMachineIsNotCalledUnlessItIsAllowed(String host) {
        // Plain http is allowed to another name, so that only the address can be the reason.
        try (HttpCalls calls = calls("http://other.example")) {
            assertThat(failure(calls, at(host, "/secret"))).isNotNull();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void withoutEncryptionOnlyWhatIsAllowedSo() {
        try (HttpCalls calls = calls("127.0.0.1, localhost")) {
            assertThat(failure(calls, at("127.0.0.1", "/")).reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(failure(calls, at("localhost", "/")).reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "file:///etc/passwd", "http://user@127.0.0.1/", "http:///path", "//127.0.0.1/", "jar:http://127.0.0.1!/"})
    void otherAddressesAreNotCalled(String address) {
        try (HttpCalls calls = calls(HERE)) {
            assertThat(failure(calls, URI.create(address)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void aRedirectIsAnAnswer() throws OutboundFailure {
        try (HttpCalls calls = calls(HERE)) {
            assertThat(calls.send(OutboundRequest.get(at("127.0.0.1", "/moved"), "*/*", MOST)).status()).isEqualTo(302);
            assertThat(asked).singleElement().asString().startsWith("GET /moved");
        }
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        try (HttpCalls calls = calls(HERE)) {
            assertThat(failure(calls, at("127.0.0.1", "/endless")).reason()).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/dripping"})
    void aSlowAnswerIsNotWaitedFor(String path) {
        try (HttpCalls calls = new HttpCalls(AddressRules.read(HERE), timer, Duration.ofMillis(400), null)) {
            assertThat(failure(calls, at("127.0.0.1", path)).reason()).isEqualTo(Reason.TOO_SLOW);
        }
    }

    @Test
    void nobodyThereIsToldAsSuch() {
        server.stop(0);
        try (HttpCalls calls = calls(HERE)) {
            assertThat(failure(calls, at("127.0.0.1", "/")).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    /** The address is checked, the certificate is still held against the name. */
    @Test
    void theCertificateMustBeTrustedAndOfTheName(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "k", "-keyalg", "EC",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore", store.toString())
                .redirectErrorStream(true).start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null);
        known.setCertificateEntry("k", keys.getCertificate("k"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext("/", this::answer);
        secure.start();
        int port = secure.getAddress().getPort();
        URI named = URI.create("https://localhost:" + port + "/");
        try (HttpCalls trusting = new HttpCalls(AddressRules.read("127.0.0.1"), timer, Duration.ofSeconds(20), context); HttpCalls usual = calls("127.0.0.1")) {
            assertThat(trusting.send(OutboundRequest.get(named, "*/*", MOST)).status()).isEqualTo(200);
            assertThat(failure(trusting, URI.create("https://127.0.0.1:" + port + "/")).reason()).as("another name").isEqualTo(Reason.UNREACHABLE);
            assertThat(failure(usual, named).reason()).as("nobody has vouched for it").isEqualTo(Reason.UNREACHABLE);
            assertThat(asked).hasSize(1);
        } finally {
            secure.stop(0);
        }
    }
}
