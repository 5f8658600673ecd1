package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Asks for the permission that each operation declares. What declares nothing is refused. The operator's host serves what operators do and nothing
 * else, tenants' hosts everything else: the wrong one is as if the operation did not exist.
 */
@Provider
@Priority(FilterOrder.PERMISSION)
public class PermissionFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if ("OPTIONS".equals(request.getMethod()) && !method.getDeclaringClass().getName().startsWith("dev.pledgedesk.")) {
            return;
        }
        Allowed allowed = method.getAnnotation(Allowed.class);
        boolean forOperator = allowed != null && allowed.value() == Permission.TENANT_OPERATE;
        boolean everywhere = method.isAnnotationPresent(Everywhere.class) || method.isAnnotationPresent(Self.class);
        if (!everywhere && forOperator == context.hasTenant()) {
            throw Problem.notFound();
        }
        if (method.isAnnotationPresent(Public.class)) {
            return;
        }
        if (caller.isAnonymous()) {
            throw Problem.unauthenticated();
        }
        if (!method.isAnnotationPresent(Self.class) && (allowed == null || !caller.may(allowed.value()))) {
            throw caller.refusal();
        }
    }
}
