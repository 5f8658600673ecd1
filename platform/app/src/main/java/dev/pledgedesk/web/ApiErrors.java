package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every error of the API as problem details. */
@Provider
@jakarta.enterprise.context.ApplicationScoped
public class ApiErrors implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ApiErrors.class.getName());

    @Inject
    RequestTrace trace;

    @Inject
    RequestLanguage language;

    @Override
    public Response toResponse(Throwable thrown) {
        Messages messages = language.messages();
        Optional<Problem> problem = Errors.problem(thrown);
        if (problem.isPresent()) {
            return response(ProblemBody.of(problem.get(), messages, trace.requestId()), problem.get().retryAfter());
        }
        int status = Errors.status(thrown);
        if (status >= 500) {
            LOG.log(Level.SEVERE, "request " + trace.requestId() + " failed", thrown);
        }
        String detail = messages.text(status == 404 ? "problem.not-found" : status == 503 ? "problem.unavailable" : status >= 500 ? "problem.internal"
                : "problem.refused");
        return response(ProblemBody.of(status, ProblemBody.code(status), detail, List.of(), messages, trace.requestId()), null);
    }

    private static Response response(ProblemBody body, Duration retryAfter) {
        var response = Response.status(body.status()).type("application/problem+json").entity(body);
        if (body.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (retryAfter != null) {
            response.header("Retry-After", Math.max(1, retryAfter.toSeconds()));
        } else if (body.status() == 503) {
            response.header("Retry-After", "5");
        }
        return response.build();
    }

    /** Bean Validation has a mapper of the server's own that would be nearer than ours. */
    @Provider
    public static class Violations implements ExceptionMapper<jakarta.validation.ConstraintViolationException> {

        @Inject
        ApiErrors errors;

        @Override
        public Response toResponse(jakarta.validation.ConstraintViolationException thrown) {
            return errors.toResponse(thrown);
        }
    }

    /** So has the transaction that could not be committed. */
    @Provider
    public static class Transactions implements ExceptionMapper<jakarta.transaction.TransactionalException> {

        @Inject
        ApiErrors errors;

        @Override
        public Response toResponse(jakarta.transaction.TransactionalException thrown) {
            return errors.toResponse(thrown);
        }
    }
}
