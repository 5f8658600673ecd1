package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** An open page's stream of what happens, line by line. */
public final class LiveStream implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final HttpResponse<Stream<String>> answer;
    private final CompletableFuture<Void> ended;

    /**
     * Opens it.
     *
     * @param node at this node
     * @param who  signed in as a member of staff
     */
    public LiveStream(URI node, Visitor who) throws IOException, InterruptedException {
        answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(node.resolve("/console/live"))
                .timeout(Duration.ofSeconds(60)).header("Host", who.host()).header("Cookie", "desk-session=" + who.token()).build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        ended = CompletableFuture.runAsync(() -> answer.body().forEach(lines::add));
    }

    /** The lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether the node has ended it. */
    public boolean isEnded() {
        return ended.isDone();
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
