package dev.pledgedesk.promise.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What happened to clocks of the tenant of the request. */
@ApplicationScoped
public class PromiseEvents extends TenantRepository<PromiseEvent> {

    /** For the proxy. */
    protected PromiseEvents() {
        this(null, null);
    }

    @Inject
    public PromiseEvents(EntityManager entities, TenantContext context) {
        super(PromiseEvent.class, entities, context);
    }

    /** Of some clocks, in the order in which it was written. */
    public List<PromiseEvent> of(Collection<UUID> clocks) {
        return clocks.isEmpty() ? List.of() : entities().createQuery("select e from PromiseEvent e where e.tenantId = :tenant and e.clockId in :clocks order by e.number", PromiseEvent.class)
                .setParameter("tenant", tenant()).setParameter("clocks", clocks).getResultList();
    }
}
