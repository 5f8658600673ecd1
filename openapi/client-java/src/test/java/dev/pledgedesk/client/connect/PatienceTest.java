package dev.pledgedesk.client.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.EventsApi;
import dev.pledgedesk.client.model.Event;
import dev.pledgedesk.client.model.EventPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that waits and sends again as the desk asks, fetches its tokens, and goes through pages; time is the test's. */
class PatienceTest {

    /** Status, Retry-After and body; a status of 0 breaks the connection. */
    private record Answer(int status, String retryAfter, String body) {
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long nanos;
    private HttpServer server;

    private final PatientHttpClient.Time time = new PatientHttpClient.Time() {
        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pass(Duration wait) {
            waits.add(wait);
            nanos += wait.toNanos();
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        targets.add(exchange.getRequestURI().toString());
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
        if (answer.status() > 0) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void answer(int status, String retryAfter) {
        answers.add(new Answer(status, retryAfter, "{}"));
    }

    private HttpResponse<String> send(String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address()).method(method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")).build();
        return new PatientHttpClient(HttpClient.newHttpClient(), Duration.ofMinutes(2), time).send(request, BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void waitsAsLongAsItIsTold() throws Exception {
        answer(429, "7");
        answer(503, null);
        answer(200, null);
        assertThat(send("POST").statusCode()).isEqualTo(200);
        assertThat(waits).hasSize(2).first().isEqualTo(Duration.ofSeconds(7));
        assertThat(waits.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.stream().distinct()).as("one change, however often it is sent").hasSize(1);
    }

    @Test
    void givesUpWhenItsPatienceIsOver() throws Exception {
        answer(503, "50");
        assertThat(send("GET").statusCode()).isEqualTo(503);
        assertThat(waits).containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(50));
        answers.clear();
        answer(429, "500");
        assertThat(send("GET").statusCode()).as("later than it can wait").isEqualTo(429);
        assertThat(waits).hasSize(2);
    }

    @Test
    void whatGotNoAnswerIsSentAgainIfTwiceIsAsGoodAsOnce() throws Exception {
        answer(0, null);
        answer(201, null);
        assertThat(send("POST").statusCode()).isEqualTo(201);
        answers.clear();
        answer(0, null);
        assertThatThrownBy(() -> send("PATCH")).isInstanceOf(IOException.class);
    }

    @Test
    void aConflictIsAnAnswerUnlessTimeHelps() throws Exception {
        answer(409, null);
        assertThat(send("POST").statusCode()).isEqualTo(409);
        assertThat(waits).isEmpty();
        answers.clear();
        answer(409, "1");
        answer(200, null);
        assertThat(send("POST").statusCode()).isEqualTo(200);
    }

    @Test
    void goesThroughPages() {
        answers.add(new Answer(200, null, page("1", "\"links\": {\"next\": \"/api/v1/events?page%5Bsize%5D=1&page%5Bafter%5D=a%2Bb\"}, ")));
        answers.add(new Answer(200, null, page("2", "")));
        EventsApi desk = new EventsApi(Connection.to(address()).open());
        assertThat(Pages.items(after -> desk.listEvents(null, 1, after), EventPage::getItems, EventPage::getLinks)).extracting(Event::getCursor).containsExactly("1", "2");
        assertThat(targets).containsExactly("/api/v1/events?page%5Bsize%5D=1", "/api/v1/events?page%5Bsize%5D=1&page%5Bafter%5D=a%2Bb");
    }

    @Test
    void aPageThatIsRefusedSaysWhy() {
        answer(403, null);
        EventsApi desk = new EventsApi(Connection.to(address()).open());
        assertThatThrownBy(() -> Pages.items(after -> desk.listEvents(null, 1, after), EventPage::getItems, EventPage::getLinks).toList()).isInstanceOf(Pages.PageRefused.class)
                .satisfies(refused -> assertThat(((Pages.PageRefused) refused).getCause().getCode()).isEqualTo(403));
    }

    @Test
    void fetchesItsTokenOnceAndAgainBeforeItEnds() throws ApiException {
        answers.add(new Answer(200, null, "{\"accessToken\": \"t\", \"tokenType\": \"Bearer\", \"expiresIn\": 100}"));
        ClientToken token = new ClientToken(Connection.to(address()), UUID.randomUUID(), "s", time);
        assertThat(token.get()).isEqualTo("t");
        nanos += Duration.ofSeconds(89).toNanos();
        token.get();
        assertThat(targets).hasSize(1);
        nanos += Duration.ofSeconds(2).toNanos();
        token.get();
        assertThat(targets).containsExactly("/api/v1/tokens", "/api/v1/tokens");
    }

    @Test
    void aRefusedTokenIsFetchedAnewWhateverTheOrderOfWords() throws ApiException {
        answers.add(new Answer(200, null, "{\"accessToken\": \"old\", \"tokenType\": \"Bearer\", \"expiresIn\": 3600}"));
        answer(401, null);
        answers.add(new Answer(200, null, "{\"accessToken\": \"new\", \"tokenType\": \"Bearer\", \"expiresIn\": 3600}"));
        answers.add(new Answer(200, null, page("1", "")));
        EventsApi desk = new EventsApi(Connection.to(address()).withClient(UUID.randomUUID(), "s").withPatience(Duration.ofSeconds(5)).withLanguage("en").open());
        assertThatThrownBy(() -> desk.listEvents(null, 1, null)).isInstanceOf(ApiException.class);
        assertThat(desk.listEvents(null, 1, null).getItems()).hasSize(1);
        assertThat(targets).filteredOn(target -> target.endsWith("/tokens")).hasSize(2);
    }

    @Test
    void aChangeWithAVersionIsNotRepeated() {
        answer(0, null);
        HttpRequest request = HttpRequest.newBuilder(address()).header("If-Match", "\"1\"").PUT(BodyPublishers.ofString("{}")).build();
        assertThatThrownBy(() -> new PatientHttpClient(HttpClient.newHttpClient(), Duration.ofMinutes(2), time).send(request, BodyHandlers.ofString())).isInstanceOf(IOException.class);
        assertThat(waits).isEmpty();
    }

    private static String page(String cursor, String links) {
        return "{\"items\": [{\"id\": \"0197c1d0-5a3e-7c61-9d0e-3f6a0b1c2e03\", \"cursor\": \"" + cursor + "\", \"type\": \"ticket.created\", \"subjectId\": \"0197c1d0-5a3e-7c61-9d0e-3f6a0b1c2d61\","
                + " \"occurredAt\": \"2026-03-01T08:00:00Z\", \"actor\": \"platform\"}], " + links + "\"meta\": {\"hasMore\": " + !links.isEmpty() + "}}";
    }
}
