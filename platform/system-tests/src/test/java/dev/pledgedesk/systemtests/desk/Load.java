package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that file tickets, answer them, attach files and change statuses as fast as they get answers, and remember what was acknowledged. */
public final class Load implements AutoCloseable {

    /**
     * A ticket with all that was acknowledged about it.
     *
     * @param id      of the ticket
     * @param subject its marker, used for no other
     * @param bodies  of its messages, in their order
     * @param file    content of the file at the last message, null for none
     */
    public record Filed(String id, String subject, List<String> bodies, byte[] file) {
    }

    /** Settings of a server that lets one agent do so much. */
    public static final Map<String, String> LIMITS = Map.of("PLEDGEDESK_LIMITS_STAFF", "1000000");

    private static final long FINISH_SECONDS = 150;

    private final String marker;
    private final List<PatientClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<Filed> filed = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean stopping;

    /**
     * Starts.
     *
     * @param marker  begins every subject and body
     * @param who     an agent
     * @param clients how many at once
     * @param nodes   where they send; half of the clients begin with the second
     */
    public Load(String marker, Visitor who, int clients, List<URI> nodes) {
        this.marker = marker;
        for (int number = 0; number < clients; number++) {
            List<URI> order = new ArrayList<>(nodes);
            Collections.rotate(order, number);
            PatientClient client = new PatientClient(who, order);
            String name = marker + "-" + number;
            this.clients.add(client);
            running.add(threads.submit(() -> write(client, name)));
        }
    }

    private void write(PatientClient client, String name) {
        for (int round = 0; !stopping; round++) {
            String subject = name + "-" + round;
            JsonNode ticket = client.post("/api/v1/tickets", Map.of("type", Drafts.QUESTION, "subject", subject, "description", subject + " first",
                    "requester", Map.of("name", "Li Na", "email", address(), "locale", "en")));
            acknowledged.incrementAndGet();
            String id = ticket.path("id").asText();
            byte[] file = round % 3 == 0 ? (subject + " file").repeat(50).getBytes(StandardCharsets.UTF_8) : null;
            Map<String, Object> reply = new HashMap<>(Map.of("kind", "public-reply", "body", subject + " second"));
            if (file != null) {
                reply.put("attachmentIds", List.of(client.upload("note.txt", file).path("id").asText()));
                acknowledged.incrementAndGet();
            }
            client.post("/api/v1/tickets/" + id + "/messages", reply);
            acknowledged.incrementAndGet();
            client.move(id, "pending");
            acknowledged.incrementAndGet();
            filed.add(new Filed(id, subject, List.of(subject + " first", subject + " second"), file));
        }
    }

    /** The customer of all these tickets. */
    public String address() {
        return marker + "@example.com";
    }

    /** How many writes were acknowledged so far; fails as soon as a client has. */
    public long acknowledged() {
        for (Future<?> client : running) {
            if (client.isDone() && !stopping) {
                finish(client);
            }
        }
        return acknowledged.get();
    }

    /** What had to be sent again so far, each time with the reason. */
    public List<String> repeated() {
        return clients.stream().map(PatientClient::repeated).flatMap(List::stream).toList();
    }

    /**
     * Lets every client finish what it has begun, and stops.
     *
     * @return all tickets
     * @throws AssertionError if a client got an answer that it should not get, or none
     */
    public List<Filed> stop() {
        stopping = true;
        running.forEach(Load::finish);
        return List.copyOf(filed);
    }

    private static void finish(Future<?> client) {
        try {
            client.get(FINISH_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("a client failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Breaks off what still runs. */
    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
