package dev.pledgedesk.client.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.AttachmentsApi;
import dev.pledgedesk.client.api.NotificationApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    private static final String PAGE = "{\"items\": [], \"meta\": {\"hasMore\": false}, \"later\": 1}";
    private static final String FILE = "{\"id\": \"0197c1d0-5a3e-7c61-9d0e-3f6a0b1c2d43\", \"fileName\": \"e4.jpg\","
            + " \"mediaType\": \"image/jpeg\", \"size\": 5}";

    private record Seen(String method, String target, String host, String authorization, String language, byte[] body) { }

    private final AtomicReference<Seen> seen = new AtomicReference<>();
    private HttpServer server;
    private int status = 200;
    private String answer = PAGE;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        seen.set(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers.getFirst("Host"),
                headers.getFirst("Authorization"), headers.getFirst("Accept-Language"),
                exchange.getRequestBody().readAllBytes()));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Connection connection() {
        return Connection.to(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Test
    void tellsTenantTokenAndLanguage() throws ApiException {
        ApiClient desk = connection().withHost("art.localhost:8080").withToken(() -> "abc").withLanguage("zh-CN").open();
        var page = new NotificationApi(desk).listOutgoingMails(10, null);
        assertThat(page.getMeta().getHasMore()).isFalse();
        assertThat(seen.get().host()).isEqualTo("art.localhost:8080");
        assertThat(seen.get().authorization()).isEqualTo("Bearer abc");
        assertThat(seen.get().language()).isEqualTo("zh-CN");
        assertThat(seen.get().target()).isEqualTo("/api/v1/outgoing-mails?page%5Bsize%5D=10");
    }

    @Test
    void sendsNoTokenWhileThereIsNone() throws ApiException {
        new NotificationApi(connection().open()).listOutgoingMails(null, null);
        assertThat(seen.get().authorization()).isNull();
        assertThat(seen.get().host()).startsWith("127.0.0.1:");
        assertThat(seen.get().target()).isEqualTo("/api/v1/outgoing-mails");
    }

    @Test
    void uploadsTheBytesOfTheFile(@TempDir Path directory) throws ApiException, IOException {
        status = 201;
        answer = FILE;
        Path file = Files.write(directory.resolve("upload"), new byte[] {0, (byte) 0xff, 34, 10, 13});
        new AttachmentsApi(connection().open()).uploadAttachment("e4.jpg", file.toFile());
        assertThat(seen.get().method()).isEqualTo("POST");
        assertThat(seen.get().body()).containsExactly(0, 0xff, 34, 10, 13);
    }

    @Test
    void tellsStatusAndBodyOfAProblem() {
        status = 404;
        answer = "{\"code\": \"not-found\"}";
        assertThatThrownBy(() -> new NotificationApi(connection().open()).listOutgoingMails(null, null))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(404);
                    assertThat(e.getResponseBody()).contains("not-found");
                });
    }
}
