package dev.pledgedesk.web;

import dev.pledgedesk.eventing.NodeActivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node that is about to stop says so while it still serves, and one that is held back as long as it is, so that proxies turn to the others in time. */
@Readiness
@ApplicationScoped
public class NodeHealth implements HealthCheck {

    @Inject
    NodeActivity activity;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("node").status(activity.isReady()).build();
    }
}
