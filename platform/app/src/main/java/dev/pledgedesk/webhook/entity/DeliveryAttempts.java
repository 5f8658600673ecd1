package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Attempts at messages of the tenant of the request. */
@ApplicationScoped
public class DeliveryAttempts extends TenantRepository<DeliveryAttempt> {

    /** For the proxy. */
    protected DeliveryAttempts() {
        this(null, null);
    }

    @Inject
    public DeliveryAttempts(EntityManager entities, TenantContext context) {
        super(DeliveryAttempt.class, entities, context);
    }

    /** Of these messages, the oldest first. */
    public List<DeliveryAttempt> of(Collection<UUID> deliveries) {
        return deliveries.isEmpty() ? List.of() : entities().createQuery("select a from DeliveryAttempt a where a.tenantId = :tenant and a.deliveryId in :deliveries order by a.id", DeliveryAttempt.class)
                .setParameter("tenant", tenant()).setParameter("deliveries", deliveries).getResultList();
    }
}
