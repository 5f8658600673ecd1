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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Papers of the tenant of the request. */
@ApplicationScoped
public class ExamAttempts extends TenantRepository<ExamAttempt> {

    /** For the proxy. */
    protected ExamAttempts() {
        this(null, null);
    }

    @Inject
    public ExamAttempts(EntityManager entities, TenantContext context) {
        super(ExamAttempt.class, entities, context);
    }

    /** Those that wait to be marked, the oldest first. */
    public Page<ExamAttempt> toMark(PageRequest request) {
        return Page.of(query("select a from ExamAttempt a where a.tenantId = :tenant and a.state = 'marking' and a.id > :after order by a.id")
                .setParameter("after", Ids.parse(request.after()).orElse(Ids.FIRST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    /** Somebody's, the newest first. */
    public List<ExamAttempt> of(UUID staff) {
        return query("select a from ExamAttempt a where a.tenantId = :tenant and a.staffId = :staff order by a.id desc").setParameter("staff", staff).getResultList();
    }

    public Optional<ExamAttempt> ofAssessment(UUID assessment) {
        return query("select a from ExamAttempt a where a.tenantId = :tenant and a.assessmentId = :assessment").setParameter("assessment", assessment).getResultStream().findFirst();
    }

    private TypedQuery<ExamAttempt> query(String text) {
        return entities().createQuery(text, ExamAttempt.class).setParameter("tenant", tenant());
    }
}
