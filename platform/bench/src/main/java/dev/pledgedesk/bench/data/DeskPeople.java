package dev.pledgedesk.bench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets up tenants and their staff through the REST interface, as an operator does. */
public final class DeskPeople {

    /** Members of staff of a tenant. */
    public static final int AGENTS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a bench of oak and iron";

    private final HttpLine line;
    private final int port;
    private final String operatorToken;

    private static final List<String> BASE = List.of("tenant.yaml", "organisation.yaml", "tickets.yaml");

    private final Map<String, String> more;

    /** For a server on a port. */
    public DeskPeople(int port, String operatorToken) {
        this(port, operatorToken, List.of());
    }

    /** For a server on a port, with more files for its tenants than they need. */
    public DeskPeople(int port, String operatorToken, List<String> more) {
        this(port, operatorToken, more.stream().collect(Collectors.toMap(name -> name, name -> name)));
    }

    /** For a server on a port, with files for its tenants that they need not, or in place of those that they do: what they are called there, and here. */
    public DeskPeople(int port, String operatorToken, Map<String, String> more) {
        this.line = new HttpLine(port);
        this.port = port;
        this.operatorToken = operatorToken;
        this.more = Map.copyOf(more);
    }

    /** The Host header of a tenant. */
    public String host(String key) {
        return key + ".localhost:" + port;
    }

    /** A new tenant; nothing changes if it is there. */
    public void tenant(String key) throws IOException {
        configure(key, more);
    }

    /** Gives a tenant plugins that are nothing but trouble. */
    public void trouble(String key) throws IOException {
        configure(key, Map.of("plugins.yaml", "trouble.yaml"));
    }

    /** Applies what every tenant needs, and more files from resources. */
    private void configure(String key, Map<String, String> others) throws IOException {
        var resources = new TreeMap<>(others);
        BASE.forEach(name -> resources.putIfAbsent(name, name));
        var files = new ArrayList<Map<String, String>>();
        for (var resource : resources.entrySet()) {
            try (InputStream in = DeskPeople.class.getResourceAsStream("/tenant/" + resource.getValue())) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                files.add(Map.of("path", resource.getKey(), "content", text.replace("${key}", key).replace("${host}", key + ".localhost")));
            }
        }
        operator("/api/v1/tenants/" + key + "/configurations", Map.of("files", files));
    }

    /** The staff of a tenant, hired if need be; returns their ids in order. */
    public List<UUID> staff(String key, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            hire(key, i, "agent");
        }
        JsonNode items = JSON.readTree(require(200, line.ask(HttpRequest.get(host(key), "/api/v1/staff?page%5Bsize%5D=100").bearer(token(key, 0)).bytes())).body())
            .path("items");
        var ids = new ArrayList<UUID>();
        items.forEach(item -> ids.add(UUID.fromString(item.path("id").asText())));
        return ids;
    }

    /** Hires somebody in a role, unless he is there; his login is the role and the number. */
    public void hire(String key, int number, String role) throws IOException {
        HttpLine.Answer answer = line.ask(HttpRequest.post("localhost:" + port, "/api/v1/tenants/" + key + "/staff", JSON.writeValueAsString(Map.of(
            "login", role + "-" + number, "name", "Agent " + number, "password", PASSWORD, "locale", number % 2 == 0 ? "zh-CN" : "en", "department", "service",
            "roles", List.of(role), "teams", List.of("hotline", "repair")))).bearer(operatorToken).bytes());
        if (answer.status() != 201 && answer.status() != 409) {
            throw new IOException("staff of " + key + ": " + answer.status() + " " + answer.text());
        }
    }

    /** A token of an agent. */
    public String token(String key, int number) throws IOException {
        return token(key, number, "agent");
    }

    /** A token of somebody who was hired in a role. */
    public String token(String key, int number, String role) throws IOException {
        return JSON.readTree(require(200, line.ask(HttpRequest.post(host(key), "/api/v1/tokens",
            JSON.writeValueAsString(Map.of("grantType", "password", "name", role + "-" + number, "password", PASSWORD))).bytes())).body()).path("accessToken").asText();
    }

    /** Gives a tenant a new key. */
    public void rotate(String key) throws IOException {
        operator("/api/v1/tenants/" + key + "/key-rotation", Map.of());
    }

    /** How many keys of persons the newest key of a tenant does not wrap yet. */
    public long waitingKeys(String key) throws IOException {
        return JSON.readTree(require(200, line.ask(HttpRequest.get("localhost:" + port, "/api/v1/tenants/" + key + "/key-rotation").bearer(operatorToken).bytes())).body())
            .path("personKeysWaiting").asLong();
    }

    /** Plays a file of promises over all tickets of a tenant; gives how many there were. */
    public long tryPromises(String key, String promises) throws IOException {
        String body = json(Map.of("from", "2024-01-01T00:00:00Z", "until", Instant.now().plusSeconds(60).toString(), "files", List.of(Map.of("path", "promises.yaml", "content", promises))));
        return JSON.readTree(require(200, line.ask(HttpRequest.post("localhost:" + port, "/api/v1/tenants/" + key + "/promise-trials", body).bearer(operatorToken).bytes())).body()).path("tickets").asLong();
    }

    private void operator(String target, Object body) throws IOException {
        HttpLine.Answer answer = line.ask(HttpRequest.post("localhost:" + port, target, json(body)).bearer(operatorToken).bytes());
        if (answer.status() / 100 != 2) {
            throw new IOException(target + ": " + answer.status() + " " + answer.text());
        }
    }

    private static String json(Object body) throws JsonProcessingException {
        return JSON.writeValueAsString(body);
    }

    private static HttpLine.Answer require(int status, HttpLine.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("status " + answer.status() + " instead of " + status + ": " + answer.text());
        }
        return answer;
    }
}
