package dev.pledgedesk.web;

import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers under the runtime role. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    @Inject
    Tenants tenants;

    @Inject
    TenantScope scope;

    @Override
    public HealthCheckResponse call() {
        try {
            // How many there are is nobody's business here: the answer is open to everybody.
            scope.platform(tenants::all);
            return HealthCheckResponse.named("database").up().build();
        } catch (RuntimeException away) {
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
