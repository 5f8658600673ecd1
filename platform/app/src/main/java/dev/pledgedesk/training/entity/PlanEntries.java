package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** The yearly plans of the tenant of the request. */
@ApplicationScoped
public class PlanEntries extends TenantRepository<PlanEntry> {

    /** For the proxy. */
    protected PlanEntries() {
        this(null, null);
    }

    @Inject
    public PlanEntries(EntityManager entities, TenantContext context) {
        super(PlanEntry.class, entities, context);
    }

    /** Those of a year, by month. */
    public List<PlanEntry> of(int year) {
        return query("select e from PlanEntry e where e.tenantId = :tenant and e.year = :year order by e.month, e.id").setParameter("year", year).getResultList();
    }

    public void remove(PlanEntry entry) {
        entities().remove(entry);
    }

    private TypedQuery<PlanEntry> query(String text) {
        return entities().createQuery(text, PlanEntry.class).setParameter("tenant", tenant());
    }
}
