package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports of the tenant of the request. */
@ApplicationScoped
public class DisposalRuns extends TenantRepository<DisposalRun> {

    /** For the proxy. */
    protected DisposalRuns() {
        this(null, null);
    }

    @Inject
    public DisposalRuns(EntityManager entities, TenantContext context) {
        super(DisposalRun.class, entities, context);
    }

    /** Of a kind and day. */
    public Optional<DisposalRun> of(String kind, LocalDate day) {
        return entities().createQuery("select r from DisposalRun r where r.tenantId = :tenant and r.kind = :kind and r.day = :day", DisposalRun.class).setParameter("tenant", tenant())
                .setParameter("kind", kind).setParameter("day", day).getResultStream().findFirst();
    }

    /** Newest day first. */
    public List<DisposalRun> latest(int atMost) {
        return entities().createQuery("select r from DisposalRun r where r.tenantId = :tenant order by r.day desc, r.kind", DisposalRun.class).setParameter("tenant", tenant())
                .setMaxResults(atMost).getResultList();
    }
}
