package dev.pledgedesk.plugins.sms;

import com.github.cliftonlabs.json_simple.JsonException;
import com.github.cliftonlabs.json_simple.JsonObject;
import com.github.cliftonlabs.json_simple.Jsoner;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Speaks to a gateway; each request is signed as Standard Webhooks has it. */
final class Gateway {

    private static final int GOOD = 200;
    private static final int AFTER_GOOD = 300;
    private static final List<Http.Header> JSON = List.of(new Http.Header("Content-Type", "application/json"), new Http.Header("Accept", "application/json"));

    private final Secret secret;
    private final Http http;
    private final InstantSource clock;

    private Gateway(Secret secret, Http http, InstantSource clock) {
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    /**
     * A gateway.
     *
     * @throws IllegalArgumentException if the secret cannot sign anything
     */
    static Gateway of(Secret secret, PluginContext context) {
        Http.Call.get(URI.create("https://gateway.invalid")).signed(secret, "", context.clock().instant());
        return new Gateway(secret, context.http(), context.clock());
    }

    /** Whether an answer is a good one. */
    static boolean isGood(Http.Reply reply) {
        return reply.status() >= GOOD && reply.status() < AFTER_GOOD;
    }

    /**
     * Posts JSON.
     *
     * @param id the same at every try, by which the gateway knows what it has taken already
     */
    Http.Reply post(URI address, String id, String json) throws IOException {
        return http.send(new Http.Call("POST", address, JSON, json.getBytes(StandardCharsets.UTF_8)).signed(secret, id, clock.instant()));
    }

    /** The time here. */
    Instant now() {
        return clock.instant();
    }

    /** Reads something. */
    Http.Reply get(URI address) throws IOException {
        return http.send(new Http.Call("GET", address, JSON, new byte[0]).signed(secret, UUID.randomUUID().toString(), clock.instant()));
    }

    /** An answer as JSON. */
    static JsonObject json(Http.Reply reply) throws IOException {
        if (reply.body().length == 0) {
            return new JsonObject();
        }
        try {
            if (Jsoner.deserialize(reply.text()) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException | StackOverflowError broken) {
            throw new IOException("the gateway does not answer with JSON", broken instanceof Exception e ? e : null);
        }
        throw new IOException("the gateway does not answer with a JSON object");
    }

    /** A member of an answer as text; empty if there is none. */
    static String text(JsonObject object, String member) {
        Object value = object.get(member);
        return value == null ? "" : value.toString();
    }
}
