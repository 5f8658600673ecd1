package dev.pledgedesk.identity.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Proofs of erasures of the tenant of the request. */
@ApplicationScoped
public class ErasureRecords extends TenantRepository<ErasureRecord> {

    /** For the proxy. */
    protected ErasureRecords() {
        this(null, null);
    }

    @Inject
    public ErasureRecords(EntityManager entities, TenantContext context) {
        super(ErasureRecord.class, entities, context);
    }

    /** The proof of a customer's erasure. */
    public Optional<ErasureRecord> of(UUID customerId) {
        return entities().createQuery("select e from ErasureRecord e where e.tenantId = :tenant and e.customerId = :customer", ErasureRecord.class).setParameter("tenant", tenant())
                .setParameter("customer", customerId).getResultStream().findFirst();
    }

    /** Newest first. */
    public Page<ErasureRecord> page(PageRequest request) {
        return Page.of(entities().createQuery("select e from ErasureRecord e where e.tenantId = :tenant and e.id < :before order by e.id desc", ErasureRecord.class)
                .setParameter("tenant", tenant()).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(),
                request.size(), e -> e.id().toString());
    }
}
