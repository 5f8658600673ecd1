package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.api.InboundApi;
import dev.pledgedesk.client.api.AccessApi;
import dev.pledgedesk.client.api.AgreementsApi;
import dev.pledgedesk.client.api.AnalysesApi;
import dev.pledgedesk.client.api.AssessmentsApi;
import dev.pledgedesk.client.api.AttachmentsApi;
import dev.pledgedesk.client.api.ComplaintsApi;
import dev.pledgedesk.client.api.ConfigurationApi;
import dev.pledgedesk.client.api.CorrectiveActionsApi;
import dev.pledgedesk.client.api.CoursesApi;
import dev.pledgedesk.client.api.EvaluationsApi;
import dev.pledgedesk.client.api.EventsApi;
import dev.pledgedesk.client.api.ExamsApi;
import dev.pledgedesk.client.api.ExtensionsApi;
import dev.pledgedesk.client.api.ExternalIdentitiesApi;
import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.api.JournalApi;
import dev.pledgedesk.client.api.NotificationApi;
import dev.pledgedesk.client.api.ConsentsApi;
import dev.pledgedesk.client.api.BreachesApi;
import dev.pledgedesk.client.api.DataRequestsApi;
import dev.pledgedesk.client.api.ErasuresApi;
import dev.pledgedesk.client.api.OwnDataApi;
import dev.pledgedesk.client.api.ReadingsApi;
import dev.pledgedesk.client.api.PluginReportsApi;
import dev.pledgedesk.client.api.PluginsApi;
import dev.pledgedesk.client.api.PrivacyApi;
import dev.pledgedesk.client.api.PromisesApi;
import dev.pledgedesk.client.api.QualificationsApi;
import dev.pledgedesk.client.api.RosterApi;
import dev.pledgedesk.client.api.SatisfactionReportsApi;
import dev.pledgedesk.client.api.TenantsApi;
import dev.pledgedesk.client.api.TicketExtrasApi;
import dev.pledgedesk.client.api.SupervisionApi;
import dev.pledgedesk.client.api.TicketsApi;
import dev.pledgedesk.client.api.ViewsApi;
import dev.pledgedesk.client.api.WebhooksApi;
import dev.pledgedesk.client.connect.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who asks: on one host, from one network address, with one token or none, in one language. Every answer is held against the contract. The
 * server under test believes tests what they say of their address, as it would believe a proxy.
 */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI server;
    private final String host;
    private final String token;
    private final String language;
    private final String source;
    private final ApiClient client;

    private Visitor(URI server, String host, String token, String language, String source) {
        this.server = server;
        this.host = host;
        this.token = token;
        this.language = language;
        this.source = source;
        this.client = connection().open();
        client.setRequestInterceptor(this::address);
        client.setResponseInterceptor(answer -> Contract.get().requireDeclared(answer.request().method(), answer.uri().getPath(), answer.statusCode()));
    }

    static Visitor at(URI server, String host, String token) {
        return new Visitor(server, host, token, "en", newSource());
    }

    private Connection connection() {
        return Connection.to(server).withHost(host).withToken(() -> token).withLanguage(language);
    }

    /**
     * The same caller in another language.
     *
     * @param tag such as {@code zh-CN}
     * @return another caller
     */
    public Visitor in(String tag) {
        return new Visitor(server, host, token, tag, source);
    }

    /**
     * The same host with another token.
     *
     * @param other a token, null for none
     * @return another caller
     */
    public Visitor with(String other) {
        return new Visitor(server, host, other, language, source);
    }

    /**
     * The same token on another host.
     *
     * @param other host and port
     * @return another caller
     */
    public Visitor on(String other) {
        return new Visitor(server, other, token, language, source);
    }

    /**
     * The same caller from another network address.
     *
     * @param address an IP address
     * @return another caller
     */
    public Visitor from(String address) {
        return new Visitor(server, host, token, language, address);
    }

    /**
     * A network address that nobody has come from yet; each visitor has one of his own unless a test says otherwise.
     *
     * @return an IPv6 address of the documentation's range
     */
    public static String newSource() {
        int number = COUNT.incrementAndGet();
        return String.format(Locale.ROOT, "2001:db8:%x:%x::1", number >> 16 & 0xffff, number & 0xffff);
    }

    private void address(HttpRequest.Builder request) {
        connection().address(request);
        request.setHeader("X-Forwarded-For", source);
    }

    public String token() {
        return token;
    }

    /** Where the requests go. */
    public URI server() {
        return server;
    }

    /** The same caller at another address of the same desk. */
    public Visitor through(URI other) {
        return new Visitor(other, host, token, language, source);
    }

    /** Name and port that this caller sends as Host. */
    public String host() {
        return host;
    }

    public QualificationsApi qualifications() {
        return new QualificationsApi(client);
    }

    public AssessmentsApi assessments() {
        return new AssessmentsApi(client);
    }

    public ExamsApi exams() {
        return new ExamsApi(client);
    }

    public CoursesApi courses() {
        return new CoursesApi(client);
    }

    public RosterApi roster() {
        return new RosterApi(client);
    }

    public EvaluationsApi evaluations() {
        return new EvaluationsApi(client);
    }

    public SupervisionApi supervision() {
        return new SupervisionApi(client);
    }

    public TicketsApi tickets() {
        return new TicketsApi(client);
    }

    public AttachmentsApi attachments() {
        return new AttachmentsApi(client);
    }

    public IdentityApi identity() {
        return new IdentityApi(client);
    }

    public AgreementsApi agreements() {
        return new AgreementsApi(client);
    }

    public PrivacyApi privacy() {
        return new PrivacyApi(client);
    }

    public OwnDataApi ownData() {
        return new OwnDataApi(client);
    }

    public ConsentsApi consents() {
        return new ConsentsApi(client);
    }

    public ReadingsApi readings() {
        return new ReadingsApi(client);
    }

    public AnalysesApi analyses() {
        return new AnalysesApi(client);
    }

    public BreachesApi breaches() {
        return new BreachesApi(client);
    }

    public DataRequestsApi dataRequests() {
        return new DataRequestsApi(client);
    }

    public ErasuresApi erasures() {
        return new ErasuresApi(client);
    }

    public AccessApi access() {
        return new AccessApi(client);
    }

    public ExternalIdentitiesApi externalIdentities() {
        return new ExternalIdentitiesApi(client);
    }

    public ViewsApi views() {
        return new ViewsApi(client);
    }

    public JournalApi journal() {
        return new JournalApi(client);
    }

    public NotificationApi mails() {
        return new NotificationApi(client);
    }

    public CorrectiveActionsApi correctiveActions() {
        return new CorrectiveActionsApi(client);
    }

    public SatisfactionReportsApi satisfactionReports() {
        return new SatisfactionReportsApi(client);
    }

    /** Plugins of the server. */
    public PluginsApi plugins() {
        return new PluginsApi(client);
    }

    public InboundApi inbound() {
        return new InboundApi(client);
    }

    /** What of plugins is switched on. */
    public ExtensionsApi extensions() {
        return new ExtensionsApi(client);
    }

    /** What plugins have to say beside a ticket. */
    public TicketExtrasApi extras() {
        return new TicketExtrasApi(client);
    }

    public PluginReportsApi pluginReports() {
        return new PluginReportsApi(client);
    }

    public EventsApi events() {
        return new EventsApi(client);
    }

    public WebhooksApi webhooks() {
        return new WebhooksApi(client);
    }

    public ComplaintsApi complaints() {
        return new ComplaintsApi(client);
    }

    public PromisesApi promises() {
        return new PromisesApi(client);
    }

    public ConfigurationApi configuration() {
        return new ConfigurationApi(client);
    }

    public TenantsApi tenants() {
        return new TenantsApi(client);
    }

    /**
     * A request that the generated client would not make: unknown members, missing headers, odd tokens.
     *
     * @param method  HTTP method
     * @param path    from the root, with query
     * @param json    a body to write as JSON; a text goes out as it is; null for none
     * @param headers names and values
     * @return whatever the server answers
     */
    public Answer send(String method, String path, Object json, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).method(method,
                    json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json instanceof String text ? text : JSON.writeValueAsString(json)));
            if (json != null) {
                request.setHeader("Content-Type", "application/json");
            }
            address(request);
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
