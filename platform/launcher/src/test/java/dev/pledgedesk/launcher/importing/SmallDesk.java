package dev.pledgedesk.launcher.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of a desk as an import sees, with troubles one can order: each is the answer to one request for a ticket. */
final class SmallDesk implements AutoCloseable {

    /** A trouble: the ticket is filed, and nobody hears of it. */
    static final int LOST_ANSWER = -1;

    private final HttpServer server;
    private final ExecutorService hands = Executors.newFixedThreadPool(8);
    private final Deque<Integer> troubles = new ArrayDeque<>();
    private final Set<String> filed = new TreeSet<>();
    private final List<JsonNode> tickets = new ArrayList<>();
    private int checks;
    private int signIns;

    SmallDesk(Integer... troubles) throws IOException {
        Collections.addAll(this.troubles, troubles);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(hands);
        server.createContext("/api/v1/tokens", exchange -> answer(exchange, 201, token()));
        server.createContext("/api/v1/tickets", exchange -> ticket(exchange, true));
        server.createContext("/api/v1/ticket-checks", exchange -> ticket(exchange, false));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** External ids of all tickets. */
    synchronized Set<String> filed() {
        return new TreeSet<>(filed);
    }

    /** Bodies of all tickets. */
    synchronized List<JsonNode> tickets() {
        return List.copyOf(tickets);
    }

    synchronized int checks() {
        return checks;
    }

    synchronized int signIns() {
        return signIns;
    }

    private synchronized String token() {
        signIns++;
        return "{\"accessToken\":\"token-" + signIns + "\",\"tokenType\":\"Bearer\",\"expiresIn\":3600}";
    }

    private void ticket(HttpExchange exchange, boolean write) throws IOException {
        JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
        Integer trouble;
        int status;
        synchronized (this) {
            trouble = troubles.poll();
            status = trouble != null && trouble != LOST_ANSWER ? trouble : take(body, write);
        }
        if (trouble != null && trouble == LOST_ANSWER) {
            exchange.close();
        } else if (status < 300) {
            answer(exchange, status, status == 204 ? "" : "{}");
        } else {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, status, "{\"title\":\"No\",\"detail\":\"Trouble " + status + ".\",\"status\":" + status + ",\"errors\":["
                + (trouble != null ? "" : "{\"pointer\":\"" + (status == 409 ? "/externalId" : "/fields/mood") + "\",\"message\":\"not so\"}") + "]}");
        }
    }

    private int take(JsonNode body, boolean write) {
        String id = body.path("externalId").asText();
        if (body.at("/fields/mood").asText().equals("bad")) {
            return 422;
        }
        if (filed.contains(id)) {
            return 409;
        }
        if (!write) {
            checks++;
            return 204;
        }
        filed.add(id);
        tickets.add(body);
        return 201;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
