package dev.pledgedesk.appraisal.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Draws of the tenant of the request. */
@ApplicationScoped
public class InspectionSamples extends TenantRepository<InspectionSample> {

    /** For the proxy. */
    protected InspectionSamples() {
        this(null, null);
    }

    @Inject
    public InspectionSamples(EntityManager entities, TenantContext context) {
        super(InspectionSample.class, entities, context);
    }

    /** Newest first. */
    public Page<InspectionSample> page(PageRequest request) {
        return Page.of(query("select s from InspectionSample s where s.tenantId = :tenant and s.id < :before order by s.id desc").setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST))
                .setMaxResults(request.size() + 1).getResultList(), request.size(), s -> s.id().toString());
    }

    private TypedQuery<InspectionSample> query(String text) {
        return entities().createQuery(text, InspectionSample.class).setParameter("tenant", tenant());
    }
}
