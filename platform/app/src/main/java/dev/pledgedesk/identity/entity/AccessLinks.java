package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Ticket links of the tenant of the request. */
@ApplicationScoped
public class AccessLinks extends TenantRepository<AccessLink> {

    /** For the proxy. */
    protected AccessLinks() {
        this(null, null);
    }

    @Inject
    public AccessLinks(EntityManager entities, TenantContext context) {
        super(AccessLink.class, entities, context);
    }

    /** Removes those of a customer; gives how many. */
    public int removeOf(UUID customerId) {
        return entities().createQuery("delete from AccessLink l where l.tenantId = :tenant and l.customerId = :customer").setParameter("tenant", tenant())
                .setParameter("customer", customerId).executeUpdate();
    }

    public Optional<AccessLink> byToken(byte[] tokenHash) {
        return entities().createQuery("select l from AccessLink l where l.tenantId = :tenant and l.tokenHash = :hash", AccessLink.class)
                .setParameter("tenant", tenant()).setParameter("hash", tokenHash).getResultStream().findFirst();
    }
}
