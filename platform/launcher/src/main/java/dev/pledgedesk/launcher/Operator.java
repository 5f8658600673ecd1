package dev.pledgedesk.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.JournalApi;
import dev.pledgedesk.client.api.PrivacyApi;
import dev.pledgedesk.client.api.PromisesApi;
import dev.pledgedesk.client.api.TenantsApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.JournalVerification;
import dev.pledgedesk.client.model.ConfigurationFiles;
import dev.pledgedesk.client.model.KeyRotation;
import dev.pledgedesk.client.model.NewPromiseTrial;
import dev.pledgedesk.client.model.PromiseTrial;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The operator's side of a running server, through the generated client. Every refusal becomes one line. */
public final class Operator {

    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final List<String> PROMISES = List.of("calendars.yaml", "promises.yaml");

    private final URI server;
    private final TenantsApi tenants;
    private final JournalApi journals;
    private final PrivacyApi privacy;
    private final PromisesApi promises;

    private Operator(URI server, ApiClient client) {
        this.server = server;
        this.tenants = new TenantsApi(client);
        this.journals = new JournalApi(client);
        this.privacy = new PrivacyApi(client);
        this.promises = new PromisesApi(client);
    }

    /** A server whose address and token are known. */
    static Operator of(URI server, String token) {
        ApiClient client = Connection.to(server).withToken(() -> token).open();
        client.setReadTimeout(ANSWER);
        return new Operator(server, client);
    }

    /** The server that runs on a home, as its ready.json says. */
    static Operator of(Path home) {
        Path file = Home.readyFile(home);
        try {
            ReadyFile ready = ReadyFile.read(file);
            return of(URI.create(ready.baseUrl()), ready.operator().token());
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.REMOTE, "No running server is known: " + file + " cannot be read (" + OneLine.reason(e)
                + "). Start one by pledgedesk serve, set PLEDGEDESK_HOME, or give --server and --token.", e);
        }
    }

    /** One call on the interface. */
    interface Call<T> {

        /** Does it. */
        T on(TenantsApi tenants) throws ApiException;
    }

    /**
     * Calls the server.
     *
     * @throws LauncherFailure if it does not answer or refuses
     */
    <T> T call(Call<T> call) {
        try {
            return call.on(tenants);
        } catch (ApiException e) {
            throw new LauncherFailure(ExitCode.REMOTE, "The server at " + server + " " + reason(e) + ".", e);
        }
    }

    /** Has the chain of a tenant's journal recomputed; fails as {@link #call} does. */
    JournalVerification verifyJournal(String tenant) {
        return call(unused -> journals.verifyTenantJournal(tenant));
    }

    /** Begins a rotation of a tenant's keys; fails as {@link #call} does. */
    KeyRotation rotateKeys(String tenant) {
        return call(unused -> privacy.rotateKeys(tenant));
    }

    /** Plays the promises of some files over the tickets of the last days; fails as {@link #call} does. */
    PromiseTrial tryPromises(String tenant, ConfigurationFiles files, int days) {
        Instant now = Instant.now();
        NewPromiseTrial trial = new NewPromiseTrial().from(now.minus(Duration.ofDays(days))).until(now);
        files.getFiles().stream().filter(file -> PROMISES.contains(file.getPath())).forEach(trial::addFilesItem);
        return trial.getFiles() == null || trial.getFiles().isEmpty() ? new PromiseTrial().tickets(0L).before(0L).after(0L) : call(unused -> promises.tryTenantPromises(tenant, trial));
    }

    /** How far the last rotation of a tenant's keys is; fails as {@link #call} does. */
    KeyRotation keyRotation(String tenant) {
        return call(unused -> privacy.getKeyRotation(tenant));
    }

    /**
     * Why a call failed: the server does not answer, or refuses.
     *
     * @param e what the client threw
     * @return a few words without a full stop
     */
    public static String reason(ApiException e) {
        return e.getCode() == 0 ? "does not answer (" + OneLine.reason(deepest(e)) + ")" : "refused: " + explanation(e);
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String explanation(ApiException e) {
        String status = "status " + e.getCode();
        try {
            JsonNode problem = new ObjectMapper().readTree(e.getResponseBody() == null ? "" : e.getResponseBody());
            String text = problem.path("detail").asText(problem.path("title").asText(""));
            JsonNode first = problem.path("errors").path(0);
            String where = first.isMissingNode() ? "" : " [" + first.path("pointer").asText(first.path("field").asText("")) + " "
                + first.path("detail").asText(first.path("message").asText("")) + "]";
            return text.isEmpty() ? status : (text + where).replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "") + " (" + status + ")";
        } catch (JsonProcessingException noJson) {
            return status;
        }
    }
}
