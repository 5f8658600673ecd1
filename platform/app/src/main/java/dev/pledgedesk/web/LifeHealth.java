package dev.pledgedesk.web;

import dev.pledgedesk.eventing.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means: a restart would not help. A database that is away is no reason for one; a worker that no longer makes its rounds and threads that
 * wait for each other are.
 */
@ApplicationScoped
public class LifeHealth {

    @Inject
    BackgroundWork work;

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck backgroundWork() {
        return () -> HealthCheckResponse.named("background-work").status(work.isAlive()).build();
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads").status(ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null).build();
    }
}
