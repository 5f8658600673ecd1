package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.transaction.xa.XAException;

/** What an exception means to the caller. */
final class Errors {

    /** A query parameter that cannot be read; by name, because this class of the server's is no part of what we compile against. It would be a 404. */
    private static final String BAD_QUERY = "org.glassfish.jersey.server.ParamException$QueryParamException";

    private Errors() {
    }

    /** The problem behind an exception; empty if it is a fault of ours or a status of the server's own. */
    static Optional<Problem> problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof ConstraintViolationException violations) {
                return Optional.of(violations(violations));
            }
            if (cause instanceof OptimisticLockException) {
                return Optional.of(Problem.stale());
            }
            if (cause instanceof JsonProcessingException json) {
                return Optional.of(json(json));
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                Optional<Problem> known = sql(sql.getSQLState());
                if (known.isPresent()) {
                    return known;
                }
            }
            if (cause.getClass().getName().equals(BAD_QUERY)) {
                return Optional.of(Problem.of(Problem.Kind.INVALID, "problem.bad-parameter"));
            }
        }
        return isUnavailable(thrown) ? Optional.of(unavailable()) : Optional.empty();
    }

    private static Optional<Problem> sql(String state) {
        return switch (state) {
            // A key that two requests made at once: the slower one is told to look again.
            case "23505", "40001", "40P01" -> Optional.of(Problem.of(Problem.Kind.CONFLICT, "problem.at-once"));
            case "22021", "22P05" -> Optional.of(Problem.of(Problem.Kind.INVALID, "problem.bad-character"));
            // The disk is full, the server is read-only.
            case "53100", "25006" -> Optional.of(Problem.of(Problem.Kind.UNAVAILABLE, "problem.read-only"));
            // A lock that somebody keeps, a disk that fails, a session that the server ended in the middle.
            case "55P03", "58030", "25P03", "25P04" -> Optional.of(unavailable());
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("57") ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    private static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "problem.unavailable");
    }

    private static Problem violations(ConstraintViolationException exception) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            errors.add(error(violation));
        }
        errors.sort(java.util.Comparator.comparing(FieldError::pointer));
        return Problem.invalid(errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            // Method and parameter come first; what follows is the place in the body.
            if (depth++ >= 2) {
                if (node.getIndex() != null) {
                    names.add(node.getIndex().toString());
                }
                if (node.getName() != null && !node.getName().startsWith("<")) {
                    names.add(node.getName());
                }
            } else if (depth == 2 && names.isEmpty() && node.getName() != null) {
                names.add(node.getName());
            }
        }
        String pointer = "/" + String.join("/", names.size() > 1 ? names.subList(1, names.size()) : names);
        var attributes = violation.getConstraintDescriptor().getAttributes();
        String kind = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return switch (kind) {
            case "NotNull" -> new FieldError(pointer, "field.required");
            case "Size" -> (int) attributes.get("max") == Integer.MAX_VALUE ? new FieldError(pointer, "field.at-least", attributes.get("min"))
                    : new FieldError(pointer, "field.length", attributes.get("min"), attributes.get("max"));
            case "Min", "DecimalMin" -> new FieldError(pointer, "field.at-least", attributes.get("value"));
            case "Max", "DecimalMax" -> new FieldError(pointer, "field.at-most", attributes.get("value"));
            case "Pattern" -> new FieldError(pointer, "field.pattern");
            default -> new FieldError(pointer, "field.wrong");
        };
    }

    private static Problem json(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String pointer = "/" + mapping.getPath().stream().map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                    .collect(Collectors.joining("/"));
            boolean unknown = exception.getClass().getSimpleName().equals("UnrecognizedPropertyException");
            return Problem.invalid(new FieldError(pointer, unknown ? "field.unknown-member" : "field.wrong"));
        }
        int line = exception.getLocation() == null ? 1 : exception.getLocation().getLineNr();
        int column = exception.getLocation() == null ? 1 : exception.getLocation().getColumnNr();
        return Problem.of(Problem.Kind.INVALID, "problem.bad-json", line, column);
    }

    /** Whether the exception says that the database or a pool is away rather than that we are wrong. */
    private static boolean isUnavailable(Throwable thrown) {
        Throwable deepest = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            deepest = cause;
            String text = String.valueOf(cause.getMessage());
            boolean pool = text.contains("Error in allocating a connection") || text.contains("No PasswordCredential");
            if (pool || cause instanceof java.net.ConnectException || cause instanceof java.net.SocketTimeoutException) {
                return true;
            }
        }
        // A commit that failed is told without what the database said; what fails before it has a cause of its own.
        return deepest instanceof RollbackException || deepest instanceof HeuristicMixedException || deepest instanceof HeuristicRollbackException
                || deepest instanceof SystemException || deepest instanceof XAException;
    }

    /** HTTP status of what the server itself refuses. */
    static int status(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        return 500;
    }
}
