package dev.pledgedesk.systemtests.desk;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A system that is told what happens, and checks what it is told by a library that is not ours. */
public final class Receiver implements AutoCloseable {

    /**
     * A message as it came.
     *
     * @param id of the event
     */
    public record Message(String id, String body, HttpHeaders headers) {

        /** Whether it was signed with a secret. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException forged) {
                return false;
            }
        }
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile int status = 200;

    private record Answer(int status, String body) {
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        messages.add(new Message(call.getRequestHeaders().getFirst("webhook-id"), new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), HttpHeaders.of(call.getRequestHeaders(), (name, value) -> true)));
        Answer answer = answers.getOrDefault(call.getRequestURI().getPath(), new Answer(status, ""));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    /** Where it listens, on loopback. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** What it answers from now on. */
    public void answer(int code) {
        status = code;
    }

    /** What it answers at one path from now on. */
    public void answer(String path, int code, String json) {
        answers.put(path, new Answer(code, json));
    }

    /** What it was told, in the order in which it was. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
