package dev.pledgedesk.systemtests.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy as an operator has one in front of several nodes: each request goes to the next node that says it is ready, over connections that are
 * kept open; another node gets it only if the first one refused the connection, so that nothing was sent.
 */
public final class RoundRobin implements AutoCloseable {

    private static final Set<String> HOP = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private static final long POLL_MILLIS = 100;
    private static final Duration HEALTH = Duration.ofSeconds(2);

    static {
        HOP.addAll(List.of("Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Upgrade", "Expect", "TE", "HTTP2-Settings", "X-Forwarded-For"));
        // The JDK's server waits for a full packet otherwise.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(HEALTH).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService health = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Integer> served = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<URI> ready = ConcurrentHashMap.newKeySet();
    private final List<URI> nodes;

    /**
     * Starts on a port.
     *
     * @param port  TCP port on loopback
     * @param nodes where to pass requests on to
     */
    public RoundRobin(int port, List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
        look();
        health.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Where clients connect to. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What could not be passed on or got no answer. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many requests a node has answered. */
    public int served(URI node) {
        return served.getOrDefault(node, 0);
    }

    /** Whether a node gets requests. */
    public boolean isReady(URI node) {
        return ready.contains(node);
    }

    private void look() {
        for (URI node : nodes) {
            if (says200(node)) {
                ready.add(node);
            } else {
                ready.remove(node);
            }
        }
    }

    private boolean says200(URI node) {
        try {
            return http.send(HttpRequest.newBuilder(node.resolve("/health/ready")).timeout(HEALTH).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        int first = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            URI node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (!ready.contains(node)) {
                continue;
            }
            try {
                HttpResponse<InputStream> answer = http.send(request(node, exchange, body), BodyHandlers.ofInputStream());
                served.merge(node, 1, Integer::sum);
                passBack(exchange, answer);
                return;
            } catch (ConnectException | HttpConnectTimeoutException nothingSent) {
                ready.remove(node);
            } catch (IOException broken) {
                failures.add(what + " at " + node + ": " + broken);
                refuse(exchange, 502);
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                refuse(exchange, 502);
                return;
            }
        }
        failures.add(what + ": no node is ready");
        refuse(exchange, 503);
    }

    private static HttpRequest request(URI node, HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.setHeader("X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress()).build();
    }

    private static void passBack(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304 || answer.headers().firstValue("Content-Length").filter("0"::equals).isPresent();
        try (InputStream in = answer.body()) {
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : length);
            OutputStream out = exchange.getResponseBody();
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } finally {
            exchange.close();
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        health.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
