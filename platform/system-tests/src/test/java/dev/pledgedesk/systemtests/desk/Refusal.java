package dev.pledgedesk.systemtests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A refusal: a problem document after RFC 9457 that tells nothing of the inside. */
public final class Refusal {

    /** A call that is expected to be refused. */
    @FunctionalInterface
    public interface Call {
        /** Makes it. */
        void make() throws ApiException;
    }

    private final int status;
    private final JsonNode problem;

    Refusal(int status, String contentType, JsonNode problem) {
        this.status = status;
        this.problem = problem;
        assertThat(status).as(problem.toString()).isGreaterThanOrEqualTo(400);
        assertThat(contentType).as(problem.toString()).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:pledgedesk:problem:" + code());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("requestId").asText()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("Exception", "dev.pledgedesk", "java.", "SELECT", "select ");
    }

    /**
     * Makes a call through the client.
     *
     * @param call must be refused
     * @return how it was refused
     */
    public static Refusal of(Call call) {
        try {
            call.make();
        } catch (ApiException refused) {
            try {
                return new Refusal(refused.getCode(), refused.getResponseHeaders().firstValue("Content-Type").orElse(""),
                        new ObjectMapper().readTree(String.valueOf(refused.getResponseBody())));
            } catch (IOException notJson) {
                throw new UncheckedIOException("status " + refused.getCode() + ": " + refused.getResponseBody(), notJson);
            }
        }
        throw new AssertionError("It was not refused.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return problem.path("code").asText();
    }

    /** The sentence for people. */
    public String detail() {
        return problem.path("detail").asText();
    }

    /** Pointers of the members at fault, in the order of the document. */
    public List<String> pointers() {
        return StreamSupport.stream(problem.path("errors").spliterator(), false).map(e -> e.path("pointer").asText()).toList();
    }

    /** What is said about a member; empty if nothing is. */
    public String about(String pointer) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false).filter(e -> e.path("pointer").asText().equals(pointer))
                .map(e -> e.path("message").asText()).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return problem.toString();
    }
}
