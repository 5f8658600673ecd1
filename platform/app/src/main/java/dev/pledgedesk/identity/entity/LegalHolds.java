package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Holds of the tenant of the request. */
@ApplicationScoped
public class LegalHolds extends TenantRepository<LegalHold> {

    /** For the proxy. */
    protected LegalHolds() {
        this(null, null);
    }

    @Inject
    public LegalHolds(EntityManager entities, TenantContext context) {
        super(LegalHold.class, entities, context);
    }

    /** Those of some customers whom a hold keeps. */
    public List<UUID> holding(Collection<UUID> customerIds) {
        return customerIds.isEmpty() ? List.of() : entities().createQuery("select h.customerId from LegalHold h where h.tenantId = :tenant and h.customerId in :customers and h.liftedAt is null",
                UUID.class).setParameter("tenant", tenant()).setParameter("customers", customerIds).getResultList();
    }

    /** A customer's, newest first. */
    public List<LegalHold> of(UUID customerId) {
        return entities().createQuery("select h from LegalHold h where h.tenantId = :tenant and h.customerId = :customer order by h.id desc", LegalHold.class)
                .setParameter("tenant", tenant()).setParameter("customer", customerId).getResultList();
    }
}
