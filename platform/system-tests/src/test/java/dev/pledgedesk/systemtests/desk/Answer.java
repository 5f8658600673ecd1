package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What the server answered, unread.
 *
 * @param status  HTTP status
 * @param headers of the answer
 * @param body    its bytes
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<byte[]> response) {
        Contract.get().requireDeclared(response.request().method(), response.uri().getPath(), response.statusCode());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(text(), notJson);
        }
    }

    /** A header's first value, empty if it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The answer as a refusal; fails if it is none or not a problem document. */
    public Refusal refusal() {
        return new Refusal(status, header("Content-Type"), json());
    }

    /** Status and body without the request's id: what two indistinguishable answers have in common. */
    public String shape() {
        if (body.length == 0) {
            return status + " " + header("Content-Type");
        }
        JsonNode json = json();
        if (json instanceof ObjectNode object) {
            object.remove("requestId");
        }
        return status + " " + header("Content-Type") + " " + json;
    }
}
