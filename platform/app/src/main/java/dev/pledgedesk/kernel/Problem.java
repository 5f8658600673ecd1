package dev.pledgedesk.kernel;

import java.time.Duration;
import java.util.List;

/**
 * An expected refusal, told to the caller as RFC 9457 problem details. Thrown by control and entities; the boundary turns it into an
 * answer in the caller's language. It carries no stack, because nobody needs to debug it.
 */
public final class Problem extends RuntimeException {

    /** What kind of refusal it is; decides the HTTP status and the stable code. */
    public enum Kind {
        INVALID(400), UNAUTHENTICATED(401), DENIED(403), NOT_FOUND(404), CONFLICT(409), STALE(412), TOO_LARGE(413),
        UNPROCESSABLE(422), PRECONDITION_REQUIRED(428), TOO_MANY(429), UNAVAILABLE(503),
        /** The password is right, a second factor is asked for. */
        SECOND_FACTOR_REQUIRED(401),
        /** The caller must switch on a second factor before anything else. */
        SECOND_FACTOR_MISSING(403),
        /** The caller must sign the confidentiality agreement before anything else. */
        AGREEMENT_MISSING(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** HTTP status code. */
        public int status() {
            return status;
        }

        /** Stable code for programs, such as {@code not-found}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1L;

    private final transient Kind kind;
    private final transient String detail;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;
    private final transient Duration retryAfter;

    private Problem(Kind kind, String detail, List<Object> arguments, List<FieldError> errors, Duration retryAfter) {
        super(kind + " " + detail + " " + errors, null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.arguments = arguments;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** A refusal of a kind with the text {@code detail} of the message bundle. */
    public static Problem of(Kind kind, String detail, Object... arguments) {
        return new Problem(kind, detail, List.of(arguments), List.of(), null);
    }

    /** The record is absent, or the caller may not know that it exists: both look alike. */
    public static Problem notFound() {
        return of(Kind.NOT_FOUND, "problem.not-found");
    }

    /** The caller is known and may not do this. */
    public static Problem denied() {
        return of(Kind.DENIED, "problem.denied");
    }

    /** The caller is not known. */
    public static Problem unauthenticated() {
        return of(Kind.UNAUTHENTICATED, "problem.unauthenticated");
    }

    /** Too many tries lately; the text {@code detail} is filled with the minutes to wait. */
    public static Problem tooMany(String detail, Duration retryAfter) {
        long minutes = Math.max(1, (retryAfter.toSeconds() + 59) / 60);
        return new Problem(Kind.TOO_MANY, detail, List.of(minutes), List.of(), retryAfter);
    }

    /** The record has changed since the caller read it. */
    public static Problem stale() {
        return of(Kind.STALE, "problem.stale");
    }

    /** The request's form is wrong at these fields. */
    public static Problem invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** The request's form is wrong at these fields. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.INVALID, "problem.invalid", List.of(), List.copyOf(errors), null);
    }

    /** The request is well formed, but these fields contradict the tenant's rules. */
    public static Problem unprocessable(FieldError... errors) {
        return unprocessable(List.of(errors));
    }

    /** The request is well formed, but these fields contradict the tenant's rules. */
    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem(Kind.UNPROCESSABLE, "problem.unprocessable", List.of(), List.copyOf(errors), null);
    }

    /** What these fields ask for does not go together with what is there. */
    public static Problem conflict(FieldError... errors) {
        return new Problem(Kind.CONFLICT, "problem.there-already", List.of(), List.of(errors), null);
    }

    public Kind kind() {
        return kind;
    }

    /** Key of the text in the message bundle. */
    public String detail() {
        return detail;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** How long to wait before the next try, null where waiting does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
