package dev.pledgedesk.breach.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Leaks of the tenant of the request. */
@ApplicationScoped
public class BreachRecords extends TenantRepository<BreachRecord> {

    /** For the proxy. */
    protected BreachRecords() {
        this(null, null);
    }

    @Inject
    public BreachRecords(EntityManager entities, TenantContext context) {
        super(BreachRecord.class, entities, context);
    }

    /** One that nobody else changes until the transaction ends, nor closes while something is added to it. */
    public BreachRecord locked(UUID id) {
        BreachRecord breach = get(id);
        entities().refresh(breach, LockModeType.PESSIMISTIC_WRITE);
        return breach;
    }

    /** Newest first. */
    public Page<BreachRecord> page(PageRequest request) {
        return Page.of(entities().createQuery("select b from BreachRecord b where b.tenantId = :tenant and b.id < :before order by b.id desc", BreachRecord.class)
                .setParameter("tenant", tenant()).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(),
                request.size(), b -> b.id().toString());
    }
}
