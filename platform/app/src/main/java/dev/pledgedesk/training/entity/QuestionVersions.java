package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What questions of the tenant of the request say. */
@ApplicationScoped
public class QuestionVersions extends TenantRepository<QuestionVersion> {

    /** For the proxy. */
    protected QuestionVersions() {
        this(null, null);
    }

    @Inject
    public QuestionVersions(EntityManager entities, TenantContext context) {
        super(QuestionVersion.class, entities, context);
    }

    /** The newest of some questions. */
    public List<QuestionVersion> latest(Collection<UUID> questions) {
        return questions.isEmpty() ? List.of() : query("select v from QuestionVersion v where v.tenantId = :tenant and v.questionId in :questions"
                + " and v.number = (select q.latest from Question q where q.tenantId = :tenant and q.id = v.questionId)").setParameter("questions", questions).getResultList();
    }

    /** All versions of some questions. */
    public List<QuestionVersion> of(Collection<UUID> questions) {
        return questions.isEmpty() ? List.of() : query("select v from QuestionVersion v where v.tenantId = :tenant and v.questionId in :questions order by v.number").setParameter("questions", questions)
                .getResultList();
    }

    private TypedQuery<QuestionVersion> query(String text) {
        return entities().createQuery(text, QuestionVersion.class).setParameter("tenant", tenant());
    }
}
