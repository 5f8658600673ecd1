package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Second factors of the tenant of the request, by the id of their member of staff. */
@ApplicationScoped
public class SecondFactorRows extends TenantRepository<SecondFactor> {

    /** For the proxy. */
    protected SecondFactorRows() {
        this(null, null);
    }

    @Inject
    public SecondFactorRows(EntityManager entities, TenantContext context) {
        super(SecondFactor.class, entities, context);
    }

    /** As {@link #find}, locked so that two codes at once are tried one after the other. */
    public Optional<SecondFactor> locked(UUID staffId) {
        return entities().createQuery("select f from SecondFactor f where f.tenantId = :tenant and f.id = :id", SecondFactor.class)
                .setParameter("tenant", tenant()).setParameter("id", staffId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** Whether the member has one that is confirmed. */
    public boolean isActive(UUID staffId) {
        return find(staffId).filter(SecondFactor::isActive).isPresent();
    }

    /** Takes one away; its recovery codes have to be gone. */
    public void remove(SecondFactor factor) {
        entities().remove(factor);
    }
}
