package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import java.util.List;
import java.util.Locale;

/** A refusal as RFC 9457 problem details, in the caller's language; without stack, SQL, class names or versions. */
public record ProblemBody(String type, String title, int status, String detail, String code, String requestId, List<Error> errors) {

    /** One field at fault. */
    public record Error(String pointer, String message) {
    }

    static ProblemBody of(Problem problem, Messages messages, String requestId) {
        List<Error> errors = problem.errors().stream()
                .map(e -> new Error(e.pointer(), messages.text(e.message(), e.arguments().toArray()))).toList();
        return of(problem.kind().status(), problem.kind().code(), messages.text(problem.detail(), problem.arguments().toArray()), errors, messages, requestId);
    }

    static ProblemBody of(int status, String code, String detail, List<Error> errors, Messages messages, String requestId) {
        String titleKey = "problem.title." + code;
        return new ProblemBody("urn:pledgedesk:problem:" + code, messages.has(titleKey) ? messages.text(titleKey) : code.replace('-', ' '), status, detail,
                code, requestId, errors.isEmpty() ? null : errors);
    }

    /** As it is sent where nobody writes it for us. */
    byte[] bytes() {
        try {
            return JsonBodies.JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers alone", impossible);
        }
    }

    /** Stable code of a status that no problem of ours explains. */
    static String code(int status) {
        for (Problem.Kind kind : Problem.Kind.values()) {
            if (kind.status() == status) {
                return kind.code();
            }
        }
        return switch (status) {
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 415 -> "unsupported-media-type";
            default -> status >= 500 ? "internal" : String.format(Locale.ROOT, "http-%d", status);
        };
    }
}
