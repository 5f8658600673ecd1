package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Recovery codes of the tenant of the request. */
@ApplicationScoped
public class RecoveryCodes extends TenantRepository<RecoveryCode> {

    /** For the proxy. */
    protected RecoveryCodes() {
        this(null, null);
    }

    @Inject
    public RecoveryCodes(EntityManager entities, TenantContext context) {
        super(RecoveryCode.class, entities, context);
    }

    /** A code of a member that was not used yet. */
    public Optional<RecoveryCode> unused(UUID staffId, byte[] hash) {
        return entities().createQuery("select c from RecoveryCode c where c.tenantId = :tenant and c.staffId = :staff and c.codeHash = :hash and c.usedAt is null",
                RecoveryCode.class).setParameter("tenant", tenant()).setParameter("staff", staffId).setParameter("hash", hash).getResultStream().findFirst();
    }

    /** How many of a member were not used yet. */
    public int left(UUID staffId) {
        return entities().createQuery("select count(c) from RecoveryCode c where c.tenantId = :tenant and c.staffId = :staff and c.usedAt is null", Long.class)
                .setParameter("tenant", tenant()).setParameter("staff", staffId).getSingleResult().intValue();
    }

    /** Takes away all of a member's. */
    public void removeAll(UUID staffId) {
        entities().createQuery("delete from RecoveryCode c where c.tenantId = :tenant and c.staffId = :staff")
                .setParameter("tenant", tenant()).setParameter("staff", staffId).executeUpdate();
    }
}
