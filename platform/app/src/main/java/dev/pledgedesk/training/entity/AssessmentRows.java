package dev.pledgedesk.training.entity;

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

/** Assessments of the tenant of the request. */
@ApplicationScoped
public class AssessmentRows extends TenantRepository<Assessment> {

    /** For the proxy. */
    protected AssessmentRows() {
        this(null, null);
    }

    @Inject
    public AssessmentRows(EntityManager entities, TenantContext context) {
        super(Assessment.class, entities, context);
    }

    /**
     * Newest first.
     *
     * @param staff whose they are; null for anybody's
     * @param openOnly whether only those that are not closed, or against whose result somebody appeals
     */
    public Page<Assessment> page(UUID staff, boolean openOnly, PageRequest request) {
        return Page.of(query("select a from Assessment a where a.tenantId = :tenant and (:anybody = true or a.staffId = :staff) and (:all = true or a.state = 'open' or a.appeal = 'open') and a.id < :before"
                + " order by a.id desc").setParameter("anybody", staff == null).setParameter("staff", staff == null ? Ids.FIRST : staff).setParameter("all", !openOnly)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    /** Somebody's for a qualification, the newest first. */
    public List<Assessment> of(UUID staff, String qualification) {
        return query("select a from Assessment a where a.tenantId = :tenant and a.staffId = :staff and a.qualification = :qualification order by a.id desc").setParameter("staff", staff)
                .setParameter("qualification", qualification).getResultList();
    }

    /** Those with a result that were closed in a half-open time. */
    public List<Assessment> closed(Instant from, Instant until) {
        return query("select a from Assessment a where a.tenantId = :tenant and a.overall is not null and a.closedAt >= :from and a.closedAt < :until").setParameter("from", from).setParameter("until", until)
                .getResultList();
    }

    private TypedQuery<Assessment> query(String text) {
        return entities().createQuery(text, Assessment.class).setParameter("tenant", tenant());
    }
}
