package dev.pledgedesk.launcher.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Problem;
import dev.pledgedesk.client.model.ProblemField;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** How the server refused a request, read off its problem document. */
final class Refusal {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    /** Nobody answered, or what answered stands before the server and cannot reach it. */
    private static final Set<Integer> AWAY = Set.of(0, 429, 502, 503, 504);
    private static final int CONFLICT = 409;
    private static final int UNAUTHENTICATED = 401;
    private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 409, 413, 422);

    private final ApiException exception;
    private final Problem problem;

    private Refusal(ApiException exception, Problem problem) {
        this.exception = exception;
        this.problem = problem;
    }

    static Refusal of(ApiException exception) {
        Problem problem = new Problem();
        try {
            Problem read = JSON.readValue(exception.getResponseBody() == null ? "{}" : exception.getResponseBody(), Problem.class);
            problem = read == null ? problem : read;
        } catch (JsonProcessingException notOurs) {
            // Whatever stands between us and the server has answered; its status says enough.
            problem.setDetail(null);
        }
        return new Refusal(exception, problem);
    }

    /** Whether the same request may succeed a little later. */
    boolean isPassing() {
        return AWAY.contains(exception.getCode()) || exception.getCode() == CONFLICT && fields().isEmpty();
    }

    /** Whether the ticket is there already. */
    boolean saysThereAlready() {
        return exception.getCode() == CONFLICT && fields().stream().anyMatch(f -> "/externalId".equals(f.getPointer()));
    }

    /** Whether the token is no longer good. */
    boolean asksForSignIn() {
        return exception.getCode() == UNAUTHENTICATED;
    }

    /** Whether it is this request that is wrong, and others may do better. */
    boolean isAboutTheRequest() {
        return ABOUT_THE_REQUEST.contains(exception.getCode()) || exception.getCode() >= 500;
    }

    /** The members at fault; may be empty. */
    List<ProblemField> fields() {
        return problem.getErrors() == null ? List.of() : problem.getErrors();
    }

    /** Seconds that the server asks to wait. */
    OptionalLong retryAfter() {
        return exception.getResponseHeaders() == null ? OptionalLong.empty() : exception.getResponseHeaders().firstValue("Retry-After").stream()
            .filter(text -> text.matches("\\d{1,6}")).mapToLong(Long::parseLong).findFirst();
    }

    /** One line for the user. */
    String text() {
        String text = problem.getDetail() == null ? problem.getTitle() : problem.getDetail();
        return text == null ? "The server answers with status " + exception.getCode() + "." : text.replaceAll("\\s*\\R\\s*", " ");
    }

    ApiException exception() {
        return exception;
    }
}
