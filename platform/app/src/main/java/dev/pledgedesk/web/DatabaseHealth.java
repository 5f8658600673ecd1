package dev.pledgedesk.web;

import dev.pledgedesk.tenancy.DatabaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers and keeps what it is given. Told from what the watch has seen, so the answer never waits. */
@ApplicationScoped
public class DatabaseHealth {

    @Inject
    DatabaseState database;

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck answers() {
        return () -> HealthCheckResponse.named("database").status(database.isSchemaRight() && database.canRead()).build();
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck keeps() {
        return () -> HealthCheckResponse.named("database-writes").status(database.isSchemaRight() && database.canWrite()).build();
    }
}
