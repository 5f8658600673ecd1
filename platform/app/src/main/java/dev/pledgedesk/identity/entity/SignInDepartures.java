package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Sign-ins of the tenant of the request that have gone to their providers. */
@ApplicationScoped
public class SignInDepartures extends TenantRepository<SignInDeparture> {

    /** For the proxy. */
    protected SignInDepartures() {
        this(null, null);
    }

    @Inject
    public SignInDepartures(EntityManager entities, TenantContext context) {
        super(SignInDeparture.class, entities, context);
    }

    /** The one of a state, locked so that it comes back once. */
    public Optional<SignInDeparture> byState(byte[] stateHash) {
        return entities().createQuery("select p from SignInDeparture p where p.tenantId = :tenant and p.stateHash = :state", SignInDeparture.class)
                .setParameter("tenant", tenant()).setParameter("state", stateHash).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** Takes one away. */
    public void remove(SignInDeparture departure) {
        entities().remove(departure);
    }
}
