package dev.pledgedesk.roster.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Proposals of the tenant of the request. */
@ApplicationScoped
public class RosterRuns extends TenantRepository<RosterRun> {

    /** For the proxy. */
    protected RosterRuns() {
        this(null, null);
    }

    @Inject
    public RosterRuns(EntityManager entities, TenantContext context) {
        super(RosterRun.class, entities, context);
    }

    /** Newest first. */
    public Page<RosterRun> page(PageRequest request) {
        return Page.of(query("select r from RosterRun r where r.tenantId = :tenant and r.id < :before order by r.id desc").setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST))
                .setMaxResults(request.size() + 1).getResultList(), request.size(), r -> r.id().toString());
    }

    private TypedQuery<RosterRun> query(String text) {
        return entities().createQuery(text, RosterRun.class).setParameter("tenant", tenant());
    }
}
