package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers in papers of the tenant of the request. */
@ApplicationScoped
public class ExamAnswers extends TenantRepository<ExamAnswer> {

    /** For the proxy. */
    protected ExamAnswers() {
        this(null, null);
    }

    @Inject
    public ExamAnswers(EntityManager entities, TenantContext context) {
        super(ExamAnswer.class, entities, context);
    }

    /** Those of a paper, in its order. */
    public List<ExamAnswer> of(UUID attempt) {
        return query("select a from ExamAnswer a where a.tenantId = :tenant and a.attemptId = :attempt order by a.place").setParameter("attempt", attempt).getResultList();
    }

    /** The one at a place of a paper, held against others until the transaction ends. */
    public Optional<ExamAnswer> at(UUID attempt, int place) {
        return query("select a from ExamAnswer a where a.tenantId = :tenant and a.attemptId = :attempt and a.place = :place").setParameter("attempt", attempt).setParameter("place", place)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** How answers to some questions have done beside their whole papers, all that are marked: question, share of its points, per cent of the paper. */
    public List<Object[]> results(Collection<UUID> questions) {
        return questions.isEmpty() ? List.of() : entities().createQuery("select a.questionId, a.given, a.points, t.score from ExamAnswer a, ExamAttempt t where a.tenantId = :tenant and t.tenantId = :tenant"
                + " and t.id = a.attemptId and t.state = 'marked' and a.questionId in :questions", Object[].class).setParameter("tenant", tenant()).setParameter("questions", questions).getResultList();
    }

    private TypedQuery<ExamAnswer> query(String text) {
        return entities().createQuery(text, ExamAnswer.class).setParameter("tenant", tenant());
    }
}
