package dev.pledgedesk.inside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody else's system that is told what happens, on loopback. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile boolean silent;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.9"), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        ids.add(call.getRequestHeaders().getFirst("webhook-id"));
        bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (silent) {
            try {
                release.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    String address() {
        return "http://127.0.0.9:" + server.getAddress().getPort() + "/hook";
    }

    Receiver answering(int code) {
        status = code;
        return this;
    }

    Receiver thatNeverAnswers() {
        silent = true;
        return this;
    }

    /** Ids of what it was told, in the order in which it was. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
