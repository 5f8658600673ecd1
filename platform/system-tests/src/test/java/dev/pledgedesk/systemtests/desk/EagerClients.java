package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.net.ConnectException;
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

/** Clients that are at a server's port before the server is, and go on asking over the connections that they got first. */
public final class EagerClients implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final HttpRequest question;
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
        question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/live")).timeout(LONGEST_ANSWER).build();
        answers = new ArrayList<>(IntStream.range(0, CLIENTS).mapToObj(i -> threads.submit(this::ask)).toList());
    }

    private int ask() throws InterruptedException {
        // Each has connections of its own, which it keeps.
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int answered = 0;
        while (!stopping) {
            try {
                client.send(question, BodyHandlers.ofString());
                answered++;
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            } catch (IOException broken) {
                cutOff.add(broken.toString());
            }
        }
        return answered;
    }

    /**
     * Stops asking.
     *
     * @return how many questions were answered
     */
    public int stop() throws Exception {
        stopping = true;
        int sum = 0;
        for (Future<Integer> one : answers) {
            sum += one.get();
        }
        return sum;
    }

    /** What was sent over a connection that stood and got no answer, each time with the reason. */
    public List<String> cutOff() {
        return List.copyOf(cutOff);
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdown();
    }
}
