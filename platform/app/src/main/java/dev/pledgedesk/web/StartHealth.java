package dev.pledgedesk.web;

import dev.pledgedesk.eventing.BackgroundWork;
import dev.pledgedesk.tenancy.DatabaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started means, once and for good: the schema was seen to be right and background work runs. */
@Startup
@ApplicationScoped
public class StartHealth implements HealthCheck {

    @Inject
    DatabaseState database;

    @Inject
    BackgroundWork work;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(database.isSchemaRight() && work.hasBegun()).build();
    }
}
