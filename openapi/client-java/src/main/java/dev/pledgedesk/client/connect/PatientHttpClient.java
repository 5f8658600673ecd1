package dev.pledgedesk.client.connect;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends again what a desk asks to be sent again (429, 503, and 409 while a first request still runs) and what got no answer, if twice is as good as once: reading, removing, and every POST without a version, which gets an
 * {@code Idempotency-Key} if it has none. Waits as long as {@code Retry-After} says, else longer each time, and gives up when its patience is over.
 */
final class PatientHttpClient extends HttpClient {

    private static final String KEY = "Idempotency-Key";
    private static final Set<Integer> LATER = Set.of(409, 429, 503);
    private static final int TOO_MANY = 429;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;

    /** How time passes; other than the machine's in tests. */
    interface Time {

        long nanos();

        void pass(Duration wait) throws InterruptedException;
    }

    static final Time REAL = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(Duration wait) throws InterruptedException {
            Thread.sleep(wait.toMillis());
        }
    };

    private final HttpClient http;
    private final Duration patience;
    private final Time time;

    PatientHttpClient(HttpClient http, Duration patience, Time time) {
        this.http = http;
        this.patience = patience;
        this.time = time;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpRequest repeatable = repeatable(request);
        long end = time.nanos() + patience.toNanos();
        for (int attempt = 0; ; attempt++) {
            Duration wait;
            try {
                HttpResponse<T> answer = http.send(repeatable, handler);
                Optional<Duration> asked = asked(answer, attempt);
                if (asked.isEmpty() || time.nanos() + asked.get().toNanos() > end) {
                    return answer;
                }
                wait = asked.get();
                if (answer.body() instanceof AutoCloseable unread) {
                    close(unread);
                }
            } catch (IOException lost) {
                wait = backOff(attempt);
                if (!isRepeatable(repeatable) || time.nanos() + wait.toNanos() > end) {
                    throw lost;
                }
            }
            time.pass(wait);
        }
    }

    /** What is not read holds its connection. */
    private static void close(AutoCloseable unread) throws IOException {
        try {
            unread.close();
        } catch (IOException broken) {
            throw broken;
        } catch (Exception odd) {
            throw new IOException(odd);
        }
    }

    private static HttpRequest repeatable(HttpRequest request) {
        return "POST".equals(request.method()) && request.headers().firstValue(KEY).isEmpty() ? HttpRequest.newBuilder(request, (name, value) -> true).setHeader(KEY, UUID.randomUUID().toString()).build() : request;
    }

    private static boolean isRepeatable(HttpRequest request) {
        // A change carries a version: repeated, one that came to pass would look like somebody else's.
        return !"PATCH".equals(request.method()) && request.headers().firstValue("If-Match").isEmpty();
    }

    /** How long to wait before it is sent again; empty if this is the answer. */
    private static Optional<Duration> asked(HttpResponse<?> answer, int attempt) {
        if (!LATER.contains(answer.statusCode())) {
            return Optional.empty();
        }
        Optional<Duration> said = answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}")).map(text -> Duration.ofSeconds(Long.parseLong(text)));
        // Many a conflict is not about time; one that is says so.
        return said.isPresent() || answer.statusCode() < TOO_MANY ? said : Optional.of(backOff(attempt));
    }

    private static Duration backOff(int attempt) {
        Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        Duration most = longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() / 2, most.toMillis() + 1));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return http.sendAsync(repeatable(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> push) {
        return http.sendAsync(repeatable(request), handler, push);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
