package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.CurrentPage;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every error of a page as a page: what happened and what to do. Who is not signed in is sent to sign in. */
@Provider
@ApplicationScoped
public class PageErrors implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(PageErrors.class.getName());

    private static final String API = "/api/";
    private static final String REFERENCE = "/api/reference";

    @Context
    UriInfo uri;

    @Inject
    RequestTrace trace;

    @Inject
    RequestLanguage language;

    @Inject
    CurrentPage currentPage;

    @Inject
    TenantContext context;

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<Problem> problem = Errors.problem(thrown);
        if (problem.isPresent() && problem.get().kind() == Problem.Kind.UNAUTHENTICATED) {
            return signIn();
        }
        if (problem.isPresent() && problem.get().kind() == Problem.Kind.SECOND_FACTOR_MISSING) {
            return goTo("/console/account/second-factor");
        }
        if (problem.isPresent() && problem.get().kind() == Problem.Kind.AGREEMENT_MISSING) {
            return goTo("/console/agreement");
        }
        ProblemBody body;
        if (problem.isPresent()) {
            body = ProblemBody.of(problem.get(), language.messages(), trace.requestId());
        } else {
            int status = Errors.status(thrown);
            if (status >= 500) {
                LOG.log(Level.SEVERE, "request " + trace.requestId() + " failed", thrown);
            }
            String detail = status == 404 ? "problem.not-found" : status == 503 ? "problem.unavailable" : status >= 500 ? "problem.internal" : "problem.refused";
            body = ProblemBody.of(status, ProblemBody.code(status), language.messages().text(detail), List.of(), language.messages(), trace.requestId());
        }
        // What would name the vendor stands in the same database.
        boolean known = context.isSet() && (problem.isEmpty() || problem.get().kind() != Problem.Kind.UNAVAILABLE);
        var response = Response.status(body.status());
        if (body.status() == 503) {
            response.header("Retry-After", "5");
        }
        problem.map(Problem::retryAfter).ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        String asked = uri.getRequestUri().getRawPath();
        if (asked.startsWith(API) && !asked.equals(REFERENCE)) {
            // An address below the API's that leads out of it again, such as by two dots: who has called it reads problems, not pages.
            return response.type("application/problem+json").entity(body.bytes()).build();
        }
        return response.entity(HtmlPage.of(known ? "error.jte" : "bare-error.jte",
                new dev.pledgedesk.page.ErrorPage(body.status(), body.title(), body.detail(), body.requestId(),
                        body.errors() == null ? List.of() : body.errors().stream().map(ProblemBody.Error::message).toList()))).build();
    }

    private Response signIn() {
        String back = URLEncoder.encode(currentPage.address(), StandardCharsets.UTF_8);
        String page = !context.hasTenant() ? "/operator/sign-in" : currentPage.path().startsWith("/console") ? "/console/sign-in" : "/sign-in";
        return goTo(page + "?back=" + back);
    }

    private Response goTo(String address) {
        return currentPage.isFragment() ? Response.status(401).header("HX-Redirect", address).build()
                : Response.seeOther(java.net.URI.create(address)).build();
    }

    /** The server has a mapper of its own for a transaction that could not be committed, which would be nearer than ours. */
    @Provider
    public static class Transactions implements ExceptionMapper<jakarta.transaction.TransactionalException> {

        @Inject
        PageErrors errors;

        @Override
        public Response toResponse(jakarta.transaction.TransactionalException thrown) {
            return errors.toResponse(thrown);
        }
    }
}
