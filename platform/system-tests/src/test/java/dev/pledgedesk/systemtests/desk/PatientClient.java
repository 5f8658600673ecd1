package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.connect.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client that does what the interface asks of a good one: what got no answer is sent again, to the next node, with the same key, until there is an
 * answer. Only a 2xx that was read counts.
 */
public final class PatientClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 50;

    private final List<URI> nodes;
    private final Visitor who;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Queue<String> repeated = new ConcurrentLinkedQueue<>();

    /**
     * A client of one user.
     *
     * @param who   host and token
     * @param nodes where to try, one after the other
     */
    public PatientClient(Visitor who, List<URI> nodes) {
        this.who = who;
        this.nodes = List.copyOf(nodes);
    }

    /** What was sent again so far, each time with the reason. */
    public List<String> repeated() {
        return List.copyOf(repeated);
    }

    /** Does a POST once, however often it is sent. */
    public JsonNode post(String path, Map<String, ?> body) {
        return json(send("POST", path, bytes(body), "application/json", "Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Uploads bytes once. */
    public JsonNode upload(String fileName, byte[] content) {
        return json(send("POST", "/api/v1/attachments?fileName=" + fileName, content, "application/octet-stream", "Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Reads JSON. */
    public JsonNode get(String path) {
        return json(send("GET", path, null, null));
    }

    /** Reads bytes. */
    public byte[] bytes(String path) {
        return send("GET", path, null, null).body();
    }

    /** Moves a ticket to a status; whether a lost answer had come to pass is seen by reading. */
    public void move(String ticket, String status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            JsonNode now = get("/api/v1/tickets/" + ticket);
            if (now.path("status").asText().equals(status)) {
                return;
            }
            HttpResponse<byte[]> answer = once(nodes.get(attempt % nodes.size()), "PATCH", "/api/v1/tickets/" + ticket, bytes(Map.of("status", status)), "application/json", "If-Match",
                    "\"" + now.path("version").asText() + "\"");
            if (answer != null && answer.statusCode() == 200) {
                return;
            }
            repeated.add("PATCH of " + ticket + ": " + told(answer));
            pause();
        }
        throw new AssertionError("ticket " + ticket + " could not be moved to " + status);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String type, String... headers) {
        String last = "";
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            HttpResponse<byte[]> answer = once(nodes.get(attempt % nodes.size()), method, path, body, type, headers);
            if (answer != null && answer.statusCode() / 100 == 2) {
                return answer;
            }
            if (answer != null && !mayBeRepeated(answer)) {
                throw new AssertionError(method + " " + path + ": " + told(answer));
            }
            last = told(answer);
            repeated.add(method + " " + path + ": " + last);
            pause();
        }
        throw new AssertionError(method + " " + path + " got no answer within " + PATIENCE + ", at last: " + last);
    }

    private static String told(HttpResponse<byte[]> answer) {
        return answer == null ? "no answer" : answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Refusals that say nothing about the request: the server has trouble, is asked too much, or is still at it. */
    private static boolean mayBeRepeated(HttpResponse<byte[]> answer) {
        return answer.statusCode() >= 500 || answer.statusCode() == 429 || answer.statusCode() == 409;
    }

    /** Null if no answer came. */
    private HttpResponse<byte[]> once(URI node, String method, String path, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path)).timeout(ANSWER)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        Connection.to(node).withHost(who.host()).withToken(who::token).withLanguage("en").address(request);
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException lost) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] bytes(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
