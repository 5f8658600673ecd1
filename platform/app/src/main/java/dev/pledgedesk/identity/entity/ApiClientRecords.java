package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** API clients of the tenant of the request. */
@ApplicationScoped
public class ApiClientRecords extends TenantRepository<ApiClientRecord> {

    /** For the proxy. */
    protected ApiClientRecords() {
        this(null, null);
    }

    @Inject
    public ApiClientRecords(EntityManager entities, TenantContext context) {
        super(ApiClientRecord.class, entities, context);
    }

    /** Those that were not removed, oldest first. */
    public List<ApiClientRecord> active() {
        return entities().createQuery("select c from ApiClientRecord c where c.tenantId = :tenant and c.removedAt is null order by c.id",
                ApiClientRecord.class).setParameter("tenant", tenant()).getResultList();
    }
}
