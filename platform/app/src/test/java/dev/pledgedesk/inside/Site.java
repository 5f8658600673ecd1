package dev.pledgedesk.inside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.container.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The running server as a client sees it: every call names the host, because the host is the tenant. */
final class Site {

    static final String ART = "art.localhost";
    static final String APPLIANCE = "appliance.localhost";
    static final String OPERATOR = "localhost";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "correct horse battery";

    // By HTTP/2 the host would be that of the address, whatever the header says.
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Site(URL base) {
        this.base = URI.create(base.toString());
    }

    /** Applies a delivered folder and adds a member of staff, as the operator; gives the member's token. */
    String tenantWithStaff(String key, String host) {
        apply(key);
        return token(host, staff(key, "agent", null));
    }

    /** Applies a delivered folder, as the operator. */
    void apply(String key) {
        ObjectNode files = JSON.createObjectNode();
        ArrayNode list = files.putArray("files");
        try (Stream<Path> folder = Files.list(Path.of("../../tenant-config", key))) {
            for (Path file : folder.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                list.addObject().put("path", file.getFileName().toString()).put("content", Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        expect(post(OPERATOR, "/api/v1/tenants/" + key + "/configurations", files, Keys.sign(Keys.operator())), 200, 201);
    }

    /** Adds a member of staff, as the operator; gives the name to sign in by. The department may be null. */
    String staff(String key, String role, String department) {
        String login = "probe-" + UUID.randomUUID();
        expect(post(OPERATOR, "/api/v1/tenants/" + key + "/staff", JSON.createObjectNode().put("login", login).put("name", "Probe").put("password", PASSWORD).put("department", department)
                .set("roles", JSON.createArrayNode().add(role)), Keys.sign(Keys.operator())), 201);
        return login;
    }

    /** Signs a member in. */
    String token(String host, String login) {
        HttpResponse<String> token = post(host, "/api/v1/tokens", JSON.createObjectNode().put("grantType", "password").put("name", login).put("password", PASSWORD), null);
        expect(token, 200, 201);
        return json(token).get("accessToken").asText();
    }

    private static void expect(HttpResponse<String> answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.statusCode())) {
            throw new IllegalStateException(answer.request().uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** GET with headers by name and value. */
    HttpResponse<String> get(String host, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Host", host);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** GET with a bearer token. */
    HttpResponse<String> getWith(String token, String host, String path) {
        return get(host, path, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> post(String host, String path, JsonNode body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Host", host).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body.toString()));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }
}
