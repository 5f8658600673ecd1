package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds whose request it is by the host: a tenant's, or the operator's; an unknown host is nobody's. */
@Provider
@PreMatching
@Priority(FilterOrder.TENANT)
public class TenantFilter implements ContainerRequestFilter {

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    @Inject
    @ConfigProperty(name = "pledgedesk.operator.host", defaultValue = "localhost")
    String operatorHost;

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getUriInfo().getBaseUri().getHost();
        host = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (host.equals(operatorHost) || host.equals("127.0.0.1") || host.equals("[::1]")) {
            context.enterPlatform();
            return;
        }
        if (request.getUriInfo().getPath().startsWith("assets/")) {
            // Static files belong to nobody, and the page that says "not here" or "suspended" needs its look.
            context.enterPlatform();
            return;
        }
        TenantInfo tenant = tenants.byHost(host).orElseThrow(Problem::notFound);
        if (!tenant.active()) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.suspended");
        }
        context.enter(tenant.id());
    }
}
