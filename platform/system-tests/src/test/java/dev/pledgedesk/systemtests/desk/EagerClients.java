package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients that are at a server's port before the server is, keep the connection over which they got a first answer, and ask over it once more when the server says that it is ready. */
public final class EagerClients implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int QUESTIONS = 20;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final HttpRequest alive;
    private final HttpRequest ready;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();
    private final List<Future<Integer>> answers;
    private volatile boolean stopping;

    /**
     * Starts asking.
     *
     * @param port where on loopback the server will be
     */
    public EagerClients(int port) {
        alive = question(port, "live");
        ready = question(port, "ready");
        answers = new ArrayList<>(IntStream.range(0, CLIENTS).mapToObj(i -> threads.submit(this::ask)).toList());
    }

    private static HttpRequest question(int port, String what) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/" + what)).timeout(LONGEST_ANSWER).build();
    }

    private int ask() throws InterruptedException {
        // Two with connections of their own: what is asked meanwhile does not use the first one's.
        HttpClient first = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpClient other = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        // Nobody is promised an answer before the server is ready.
        while (!stopping && !answered(first, alive, 200)) {
            Thread.onSpinWait();
        }
        while (!stopping && !answered(other, ready, 200)) {
            Thread.onSpinWait();
        }
        int answered = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            try {
                first.send(alive, BodyHandlers.ofString());
                answered++;
            } catch (IOException broken) {
                cutOff.add(broken.toString());
            }
        }
        return answered;
    }

    private static boolean answered(HttpClient client, HttpRequest question, int status) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.ofString()).statusCode() == status;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Waits until all have asked what they wanted.
     *
     * @return how many questions were answered by a server that was ready
     */
    public int await() throws Exception {
        int sum = 0;
        for (Future<Integer> one : answers) {
            sum += one.get();
        }
        return sum;
    }

    /** What was sent over a connection that stood, to a server that was ready, and got no answer, each time with the reason. */
    public List<String> cutOff() {
        return List.copyOf(cutOff);
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdown();
    }
}
