package dev.pledgedesk.web;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerAccess;
import dev.pledgedesk.kernel.Ids;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows the caller of an API request by the token that MicroProfile JWT has verified. */
@Provider
@Priority(FilterOrder.CALLER)
public class BearerFilter implements ContainerRequestFilter {

    @Inject
    Caller caller;

    @Inject
    CallerAccess access;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            caller.identify(access.accept(token.getSubject(), token.<String>claim(CallerAccess.TENANT_CLAIM).flatMap(Ids::parse).orElse(null),
                    token.<String>claim(CallerAccess.SESSION_CLAIM).flatMap(Ids::parse).orElse(null), token.getGroups()));
        }
    }
}
