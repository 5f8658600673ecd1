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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rewards and penalties of the tenant of the request. */
@ApplicationScoped
public class Merits extends TenantRepository<Merit> {

    /** For the proxy. */
    protected Merits() {
        this(null, null);
    }

    @Inject
    public Merits(EntityManager entities, TenantContext context) {
        super(Merit.class, entities, context);
    }

    /** Newest first; somebody's, or anybody's if {@code staff} is null. */
    public Page<Merit> page(UUID staff, PageRequest request) {
        return Page.of(query("select m from Merit m where m.tenantId = :tenant and (:anybody = true or m.staffId = :staff) and m.id < :before order by m.id desc").setParameter("anybody", staff == null)
                .setParameter("staff", staff == null ? Ids.FIRST : staff).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(),
                m -> m.id().toString());
    }

    /** Those that came into force in a half-open time and still are. */
    public List<Merit> inForce(Instant from, Instant until) {
        return query("select m from Merit m where m.tenantId = :tenant and m.state = 'in-force' and m.inForceAt >= :from and m.inForceAt < :until").setParameter("from", from).setParameter("until", until)
                .getResultList();
    }

    /** Those that were proposed since a moment, whatever became of them. */
    public List<Merit> proposedSince(Instant moment) {
        return query("select m from Merit m where m.tenantId = :tenant and m.proposedAt >= :moment").setParameter("moment", moment).getResultList();
    }

    private TypedQuery<Merit> query(String text) {
        return entities().createQuery(text, Merit.class).setParameter("tenant", tenant());
    }
}
