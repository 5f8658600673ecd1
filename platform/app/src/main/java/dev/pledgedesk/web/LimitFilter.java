package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.limits.Charged;
import dev.pledgedesk.limits.LimitSettings;
import dev.pledgedesk.limits.RateLimits;
import dev.pledgedesk.limits.RateLimits.Counted;
import dev.pledgedesk.limits.RateLimits.Verdict;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds callers and tenants to their limits, and tells every caller of the API how much is left. Static files are not counted. */
@Provider
@Priority(FilterOrder.LIMIT)
public class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String VERDICT = "pledgedesk.limit-verdict";
    private static final String POLICIES = "pledgedesk.limit-policies";

    @Context
    ResourceInfo resource;

    @Inject
    RateLimits limits;

    @Inject
    LimitSettings settings;

    @Inject
    TenantContext context;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    RequestTrace trace;

    @Inject
    BlindIndex blindIndex;

    @Override
    public void filter(ContainerRequestContext request) {
        List<Counted> counted = counted();
        if (counted.isEmpty()) {
            return;
        }
        Verdict verdict = limits.take(counted);
        request.setProperty(VERDICT, verdict);
        request.setProperty(POLICIES, counted);
        if (verdict.refused()) {
            throw Problem.tooMany("problem.too-many." + (verdict.tightest().window().toDays() > 0 ? "day" : "minute"), Duration.ofSeconds(verdict.reset()));
        }
    }

    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>(3);
        if (context.hasTenant()) {
            UUID tenant = context.tenantId().value();
            String key = tenants.current().key();
            String kind = caller.isAnonymous() ? "guest" : caller.kind().key();
            counted.add(new Counted(tenant, caller.isAnonymous() ? source() : caller.id(), settings.policy(key, kind)));
            counted.add(new Counted(tenant, tenant, settings.policy(key, "tenant")));
            Charged charged = resource.getResourceMethod() == null ? null : resource.getResourceMethod().getAnnotation(Charged.class);
            if (charged != null) {
                counted.add(new Counted(tenant, tenant, settings.policy(key, charged.value().key())));
            }
        } else if (caller.kind() == CallerKind.OPERATOR) {
            counted.add(new Counted(null, new UUID(0, 1), settings.policy("platform", "operator")));
        }
        return counted;
    }

    /** Who is not signed in is told apart by his address, of which nothing is kept but a hash. */
    private UUID source() {
        ByteBuffer hash = ByteBuffer.wrap(blindIndex.of("source", String.valueOf(trace.source())));
        return new UUID(hash.getLong(), hash.getLong());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof Verdict verdict) {
            var headers = response.getHeaders();
            headers.putSingle("RateLimit", "\"" + verdict.tightest().name() + "\";r=" + Math.max(0, verdict.left() - 1) + ";t=" + verdict.reset());
            headers.putSingle("RateLimit-Policy", ((List<Counted>) request.getProperty(POLICIES)).stream().map(c -> c.policy().header())
                    .collect(Collectors.joining(", ")));
        }
    }
}
