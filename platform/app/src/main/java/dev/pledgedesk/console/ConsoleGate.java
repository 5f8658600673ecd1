package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.PageResource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;

/**
 * The console is for staff: customers hold some of the same permissions, within their own tickets only, and are asked to sign in as staff instead.
 * It announces itself like a page.
 */
@Provider
@Priority(600)
@ApplicationScoped
public class ConsoleGate implements PageResource, ContainerRequestFilter {

    private static final String ROOM = ConsoleGate.class.getPackageName();

    @Context
    ResourceInfo resource;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        // What a console page inherits of one shared with the portal belongs to the console all the same.
        if (method == null || Stream.of(method.getDeclaringClass(), resource.getResourceClass()).noneMatch(c -> c.getPackageName().equals(ROOM))) {
            return;
        }
        Allowed allowed = method.getAnnotation(Allowed.class);
        boolean forOthers = method.isAnnotationPresent(Public.class) || allowed != null && allowed.value() == Permission.TENANT_OPERATE;
        if (!forOthers && caller.kind() != CallerKind.STAFF) {
            throw Problem.unauthenticated();
        }
        if (!forOthers && caller.owes() != null && !method.isAnnotationPresent(WhileOwing.class)) {
            throw caller.refusal();
        }
    }
}
