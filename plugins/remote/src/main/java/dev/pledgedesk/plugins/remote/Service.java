package dev.pledgedesk.plugins.remote;

import com.github.cliftonlabs.json_simple.JsonException;
import com.github.cliftonlabs.json_simple.JsonObject;
import com.github.cliftonlabs.json_simple.Jsoner;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Calls a service, signed as Standard Webhooks has it, so that any of its libraries checks who is calling. */
final class Service {

    /** Whose points are asked. */
    private static final String SDK = "1.2.0";
    private static final int GOOD = 200;
    private static final int AFTER_GOOD = 300;
    private static final int NO_CONTENT = 204;

    private final String address;
    private final Secret secret;
    private final Http http;
    private final InstantSource clock;

    private Service(String address, Secret secret, Http http, InstantSource clock) {
        this.address = address;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    /**
     * A service.
     *
     * @throws IllegalArgumentException if the secret has not the form that it must have
     */
    static Service of(URI address, Secret secret, PluginContext context) {
        // A secret that signs nothing is found here, not when somebody waits.
        Http.Call.get(address).signed(secret, "", context.clock().instant());
        return new Service(address.toString().replaceFirst("/+$", ""), secret, context.http(), context.clock());
    }

    /** Asks whether it is there and takes the signature. */
    void ping() throws IOException {
        ask("/ping", Questions.with("sdk", SDK));
    }

    /**
     * Asks.
     *
     * @param operation path below the address
     * @return the answer, an empty object for none
     * @throws IOException if there is no answer, or none that is good
     */
    Answer ask(String operation, JsonObject question) throws IOException {
        byte[] body = question.toJson().getBytes(StandardCharsets.UTF_8);
        Http.Reply reply = http.send(new Http.Call("POST", URI.create(address + operation), List.of(new Http.Header("Content-Type", "application/json"), new Http.Header("Accept", "application/json")), body)
                .signed(secret, UUID.randomUUID().toString(), clock.instant()));
        if (reply.status() < GOOD || reply.status() >= AFTER_GOOD) {
            throw new IOException("the service answers " + reply.status() + " to " + operation);
        }
        if (reply.status() == NO_CONTENT || reply.body().length == 0) {
            return new Answer(new JsonObject());
        }
        try {
            return Jsoner.deserialize(reply.text()) instanceof JsonObject object ? new Answer(object) : refuse(operation);
        } catch (JsonException | StackOverflowError broken) {
            return refuse(operation);
        }
    }

    private static Answer refuse(String operation) throws IOException {
        throw new IOException("the service does not answer " + operation + " with a JSON object");
    }
}
