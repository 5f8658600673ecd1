package dev.pledgedesk.web;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerAccess;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows the caller of an API request by the token that MicroProfile JWT has verified. */
@Provider
@Priority(FilterOrder.CALLER)
public class BearerFilter implements ContainerRequestFilter {

    /** By how much the clocks of two nodes may differ. */
    private static final long CLOCK_SKEW_SECONDS = 60;

    @Inject
    Caller caller;

    @Inject
    CallerAccess access;

    @Inject
    DeskClock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            requireBegun(token);
            caller.identify(access.accept(token.getSubject(), token.<String>claim(CallerAccess.TENANT_CLAIM).flatMap(Ids::parse).orElse(null),
                    token.<String>claim(CallerAccess.SESSION_CLAIM).flatMap(Ids::parse).orElse(null), token.getGroups()));
        }
    }

    /** MicroProfile JWT looks at the end of a token's time only, not at its beginning. */
    private void requireBegun(JsonWebToken token) {
        long latest = clock.now().getEpochSecond() + CLOCK_SKEW_SECONDS;
        Object notBefore = token.claim("nbf").orElse(null);
        long begins = notBefore instanceof JsonNumber number ? number.longValue() : notBefore instanceof Number number ? number.longValue() : 0;
        if (token.getIssuedAtTime() > latest || begins > latest) {
            throw Problem.unauthenticated();
        }
    }
}
