package dev.pledgedesk.breach.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is owed for leaks, of the tenant of the request. */
@ApplicationScoped
public class BreachDuties extends TenantRepository<BreachDuty> {

    /** For the proxy. */
    protected BreachDuties() {
        this(null, null);
    }

    @Inject
    public BreachDuties(EntityManager entities, TenantContext context) {
        super(BreachDuty.class, entities, context);
    }

    /** Of some leaks, the first due first. */
    public List<BreachDuty> of(Collection<UUID> breaches) {
        return breaches.isEmpty() ? List.of() : entities().createQuery("select d from BreachDuty d where d.tenantId = :tenant and d.breachId in :breaches order by d.dueAt, d.id", BreachDuty.class)
                .setParameter("tenant", tenant()).setParameter("breaches", breaches).getResultList();
    }
}
