package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.DatabaseState;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses at once what the database cannot do now, so that an outage costs a caller a moment and a server thread nothing. */
@Provider
@PreMatching
@Priority(FilterOrder.AVAILABILITY)
public class AvailabilityFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    DatabaseState database;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("assets/")) {
            return;
        }
        database.requireAnswer();
        if (!database.canWrite() && !READING.contains(request.getMethod())) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.read-only");
        }
    }
}
