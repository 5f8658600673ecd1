package dev.pledgedesk.client.connect;

import dev.pledgedesk.client.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where a desk is and who asks. Immutable; each {@code with} method gives another one.
 *
 * <pre>{@code
 * ApiClient desk = Connection.to(URI.create("http://localhost:8080")).withHost("art.localhost").withToken(() -> token).open();
 * Ticket ticket = new TicketsApi(desk).getTicket(id);
 * }</pre>
 */
public final class Connection {

    private static final int UNAUTHORIZED = 401;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI server;
    private final String host;
    private final Supplier<String> token;
    private final String language;
    private final Duration patience;
    private final ApiAccount account;

    /** An API client, whose token is fetched when it is needed. */
    private record ApiAccount(UUID id, String secret) {
    }

    private Connection(URI server, String host, Supplier<String> token, String language, Duration patience, ApiAccount account) {
        this.server = server;
        this.host = host;
        this.token = token;
        this.language = language;
        this.patience = patience;
        this.account = account;
    }

    /**
     * A connection without a token, for the host of the address.
     *
     * @param server scheme, host and port, for example {@code http://localhost:8080}; no path
     * @return the connection
     */
    public static Connection to(URI server) {
        return new Connection(Objects.requireNonNull(server), null, () -> null, null, Duration.ZERO, null);
    }

    /**
     * Means a tenant by the Host header instead of the address. The JDK takes it only if the JVM was started with
     * {@code -Djdk.httpclient.allowRestrictedHeaders=host}.
     *
     * @param name the tenant's host, with the port if it is not the default one; null for the host of the address
     * @return the connection
     */
    public Connection withHost(String name) {
        return new Connection(server, name, token, language, patience, account);
    }

    /**
     * Sends a bearer token.
     *
     * @param source asked before each request; no token is sent while it gives null
     * @return the connection
     */
    public Connection withToken(Supplier<String> source) {
        return new Connection(server, host, Objects.requireNonNull(source), language, patience, null);
    }

    /**
     * Asks for texts in a language.
     *
     * @param tag a language tag such as {@code zh-CN}; null for the desk's choice
     * @return the connection
     */
    public Connection withLanguage(String tag) {
        return new Connection(server, host, token, tag, patience, account);
    }

    /**
     * Asks as an API client; its token is fetched when it is first needed, and again before it ends or after the desk has refused it.
     *
     * @param clientId id of the API client
     * @param secret   what was told when it was made
     * @return the connection; a request fails with {@link IllegalStateException} while the desk gives no token
     */
    public Connection withClient(UUID clientId, String secret) {
        return new Connection(server, host, () -> null, language, patience, new ApiAccount(Objects.requireNonNull(clientId), Objects.requireNonNull(secret)));
    }

    /**
     * Sends again what the desk wants later (429, 503) and what got no answer, as long as twice is as good as once; a POST without an {@code Idempotency-Key} gets one for that. Waits as {@code Retry-After}
     * says, else longer each time.
     *
     * @param longest how long a request may take with all that; zero, as from the start, for never again
     * @return the connection
     */
    public Connection withPatience(Duration longest) {
        return new Connection(server, host, token, language, Objects.requireNonNull(longest), account);
    }

    /**
     * What the generated API classes are made with. They share one HTTP client, and uploads send the bytes of the file.
     *
     * @return a client of its own; its settings may be changed
     */
    public ApiClient open() {
        HttpClient plain = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
        HttpClient http = patience.isZero() ? plain : new PatientHttpClient(plain, patience, PatientHttpClient.REAL);
        ApiClient client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return http;
            }
        };
        client.updateBaseUri(server.resolve("/api/v1").toString());
        client.setObjectMapper(new RawFiles());
        client.setReadTimeout(ANSWER);
        if (account == null) {
            client.setRequestInterceptor(this::address);
        } else {
            ClientToken fetched = new ClientToken(withToken(() -> null), account.id(), account.secret(), PatientHttpClient.REAL);
            client.setRequestInterceptor(withToken(fetched)::address);
            client.setResponseInterceptor(answer -> {
                if (answer.statusCode() == UNAUTHORIZED) {
                    fetched.forget();
                }
            });
        }
        return client;
    }

    /**
     * Adds host, token and language to a request, as for requests the API classes do not know; the token of an API client is not among them.
     *
     * @param request to complete
     * @throws IllegalStateException if a host is set and the JVM does not let it be sent
     */
    public void address(HttpRequest.Builder request) {
        String bearer = token.get();
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        if (language != null) {
            request.setHeader("Accept-Language", language);
        }
        if (host != null) {
            try {
                request.setHeader("Host", host);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "To send a Host header, start Java with -Djdk.httpclient.allowRestrictedHeaders=host", e);
            }
        }
    }
}
