package dev.pledgedesk.client.connect;

import dev.pledgedesk.client.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
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

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI server;
    private final String host;
    private final Supplier<String> token;
    private final String language;

    private Connection(URI server, String host, Supplier<String> token, String language) {
        this.server = server;
        this.host = host;
        this.token = token;
        this.language = language;
    }

    /**
     * A connection without a token, for the host of the address.
     *
     * @param server scheme, host and port, for example {@code http://localhost:8080}; no path
     * @return the connection
     */
    public static Connection to(URI server) {
        return new Connection(Objects.requireNonNull(server), null, () -> null, null);
    }

    /**
     * Means a tenant by the Host header instead of the address. The JDK takes it only if the JVM was started with
     * {@code -Djdk.httpclient.allowRestrictedHeaders=host}.
     *
     * @param name the tenant's host, with the port if it is not the default one; null for the host of the address
     * @return the connection
     */
    public Connection withHost(String name) {
        return new Connection(server, name, token, language);
    }

    /**
     * Sends a bearer token.
     *
     * @param source asked before each request; no token is sent while it gives null
     * @return the connection
     */
    public Connection withToken(Supplier<String> source) {
        return new Connection(server, host, Objects.requireNonNull(source), language);
    }

    /**
     * Asks for texts in a language.
     *
     * @param tag a language tag such as {@code zh-CN}; null for the desk's choice
     * @return the connection
     */
    public Connection withLanguage(String tag) {
        return new Connection(server, host, token, tag);
    }

    /**
     * What the generated API classes are made with. They share one HTTP client, and uploads send the bytes of the file.
     *
     * @return a client of its own; its settings may be changed
     */
    public ApiClient open() {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
        ApiClient client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return http;
            }
        };
        client.updateBaseUri(server.resolve("/api/v1").toString());
        client.setObjectMapper(new RawFiles());
        client.setReadTimeout(ANSWER);
        client.setRequestInterceptor(this::address);
        return client;
    }

    /**
     * Adds host, token and language to a request, as for requests the API classes do not know.
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
