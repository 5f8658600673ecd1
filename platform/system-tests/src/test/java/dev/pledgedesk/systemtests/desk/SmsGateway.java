package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway of text messages, on loopback: takes messages that are signed as they should be, and has an inbox. */
public final class SmsGateway implements AutoCloseable {

    /** What requests are signed with. */
    public static final String SECRET = "the secret of the gateway";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABSENT = "+8613800009999";

    /** A message that it took. */
    public record Sent(String id, String to, String text, String reference) {
    }

    private final HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> inbox = new CopyOnWriteArrayList<>();

    public SmsGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/messages", call -> answer(call, this::take));
        server.createContext("/inbox", call -> answer(call, this::read));
        server.start();
    }

    /** Settings of the plugin that sends; the secret by name. */
    public Map<String, Object> out(String secret) {
        return Map.of("address", address("messages"), "secret", secret, "sender", "PledgeDesk");
    }

    /** Settings of the plugin that receives. */
    public Map<String, Object> in(String secret) {
        return Map.of("address", address("inbox"), "secret", secret, "every", "5s");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** A number that it cannot reach. */
    public static String absent() {
        return ABSENT;
    }

    /** Somebody writes. */
    public void comes(String from, String text) {
        inbox.add(JSON.createObjectNode().put("id", "in-" + inbox.size() + "-" + System.nanoTime()).put("from", from).put("text", text).put("at", Instant.now().toString()));
    }

    /** It tells what became of a message. */
    public void reports(String reference, boolean arrived, String reason) {
        inbox.add(JSON.createObjectNode().put("id", "receipt-" + inbox.size() + "-" + System.nanoTime()).put("reference", reference).put("arrived", arrived).put("reason", reason));
    }

    /** What it took, in the order in which it did. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    private interface Handler {

        JsonNode of(HttpExchange call, String body) throws IOException;
    }

    private void answer(HttpExchange call, Handler handler) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        JsonNode said;
        try {
            new Webhook(Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))).verify(body, HttpHeaders.of(call.getRequestHeaders(), (name, value) -> true));
            said = handler.of(call, body);
            status = said.has("reason") ? 422 : 200;
        } catch (WebhookVerificationException forged) {
            said = JSON.createObjectNode().put("reason", "not signed");
            status = 401;
        }
        byte[] bytes = JSON.writeValueAsBytes(said);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private JsonNode take(HttpExchange call, String body) throws IOException {
        JsonNode message = JSON.readTree(body);
        if (message.path("to").asText().equals(ABSENT)) {
            return JSON.createObjectNode().put("reason", "no such number");
        }
        String id = message.path("id").asText();
        String reference = sent.stream().filter(s -> s.id().equals(id)).map(Sent::reference).findFirst().orElse("ref-" + id);
        if (sent.stream().noneMatch(s -> s.id().equals(id))) {
            sent.add(new Sent(id, message.path("to").asText(), message.path("text").asText(), reference));
        }
        return JSON.createObjectNode().put("reference", reference);
    }

    private JsonNode read(HttpExchange call, String body) {
        String query = call.getRequestURI().getQuery();
        String after = query.replaceFirst(".*after=([^&]*).*", "$1");
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        int to = Math.min(inbox.size(), from + Integer.parseInt(query.replaceFirst(".*limit=", "")));
        ArrayNode items = JSON.createArrayNode();
        inbox.subList(from, to).forEach(items::add);
        ObjectNode answer = JSON.createObjectNode().put("cursor", Integer.toString(to)).put("more", to < inbox.size());
        answer.set("items", items);
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
