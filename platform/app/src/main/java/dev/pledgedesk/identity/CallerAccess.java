package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.identity.control.Sessions;
import dev.pledgedesk.identity.control.Tokens;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Turns a verified token into the caller of a request, or refuses it: a good token on another tenant's host is as if the host did not exist. */
@ApplicationScoped
public class CallerAccess {

    /** Claim with the tenant's id; absent in the operator's tokens. */
    public static final String TENANT_CLAIM = Tokens.TENANT_CLAIM;
    /** Claim with the session's id. */
    public static final String SESSION_CLAIM = Tokens.SESSION_CLAIM;

    private static final Caller.Identity OPERATOR =
            new Caller.Identity(CallerKind.OPERATOR, null, Set.of(Tokens.OPERATOR_GROUP), Set.of(Permission.TENANT_OPERATE), null, null);

    @Inject
    TenantContext context;

    @Inject
    Sessions sessions;

    @Inject
    Tokens tokens;

    /** The caller of a token whose signature, issuer, audience and time are right. */
    public Caller.Identity accept(String subject, UUID tenant, UUID session, Collection<String> groups) {
        if (tenant == null) {
            if (context.hasTenant() || !groups.contains(Tokens.OPERATOR_GROUP)) {
                throw Problem.notFound();
            }
            return OPERATOR;
        }
        if (!context.hasTenant() || !context.tenantId().value().equals(tenant)) {
            throw Problem.notFound();
        }
        return Optional.ofNullable(session).flatMap(sessions::caller).filter(c -> subject.equals(String.valueOf(c.id())))
                .orElseThrow(Problem::unauthenticated);
    }

    /** The caller of a page cookie, empty if it is worth nothing here. */
    public Optional<Caller.Identity> ofCookie(String token) {
        return tokens.read(token).flatMap(claims -> {
            try {
                return Optional.of(accept(claims.subject(), claims.tenant(), claims.session(), claims.operator() ? Set.of(Tokens.OPERATOR_GROUP) : Set.of()));
            } catch (Problem refused) {
                return Optional.empty();
            }
        });
    }
}
