package dev.pledgedesk.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;

/** Names the operation of a request for log and figures: that of the contract for the API, class and method for a page. Few names, and none of a person. */
@Provider
@Priority(FilterOrder.OPERATION)
public class OperationFilter implements ContainerRequestFilter {

    /** Request property with the name. */
    static final String PROPERTY = "pledgedesk.operation";

    private static final String NOTHING = "-";
    private static final Set<String> SERVERS_OWN = Set.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics", "/openapi", "/server-error");

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            boolean api = request.getUriInfo().getBaseUri().getPath().startsWith("/api/");
            String type = method.getDeclaringClass().getName().replaceFirst("^dev[.]pledgedesk[.]", "").replace('.', '/');
            request.setProperty(PROPERTY, api ? method.getName() : type + "." + method.getName());
        }
    }

    /** The name of what is answered before or beside our resources; anything else could hold what nobody may read. */
    static String ofServer(String path) {
        return SERVERS_OWN.contains(path) ? path : NOTHING;
    }
}
