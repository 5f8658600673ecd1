package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Consents of the tenant of the request. */
@ApplicationScoped
public class ConsentRecords extends TenantRepository<ConsentRecord> {

    /** For the proxy. */
    protected ConsentRecords() {
        this(null, null);
    }

    @Inject
    public ConsentRecords(EntityManager entities, TenantContext context) {
        super(ConsentRecord.class, entities, context);
    }

    /** A customer's, newest first. */
    public List<ConsentRecord> of(UUID customerId) {
        return entities().createQuery("select c from ConsentRecord c where c.tenantId = :tenant and c.customerId = :customer order by c.id desc", ConsentRecord.class)
                .setParameter("tenant", tenant()).setParameter("customer", customerId).getResultList();
    }

    /** The one of a customer's that counts, by notice. */
    public Map<String, ConsentRecord> counting(UUID customerId) {
        Map<String, ConsentRecord> newest = new HashMap<>();
        of(customerId).stream().filter(ConsentRecord::isCounting).forEach(c -> newest.putIfAbsent(c.notice(), c));
        return newest;
    }
}
