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
import java.util.Collection;
import java.util.List;

/** The question bank of the tenant of the request. */
@ApplicationScoped
public class QuestionRows extends TenantRepository<Question> {

    /** For the proxy. */
    protected QuestionRows() {
        this(null, null);
    }

    @Inject
    public QuestionRows(EntityManager entities, TenantContext context) {
        super(Question.class, entities, context);
    }

    /** Newest first; of one topic if it is not null. */
    public Page<Question> page(String topic, PageRequest request) {
        return Page.of(query("select q from Question q where q.tenantId = :tenant and (:any = true or q.topic = :topic) and q.id < :before order by q.id desc").setParameter("any", topic == null)
                .setParameter("topic", topic == null ? "" : topic).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(),
                q -> q.id().toString());
    }

    /** Those of some topics that can be drawn, in the order of their ids. */
    public List<Question> active(Collection<String> topics) {
        return query("select q from Question q where q.tenantId = :tenant and q.topic in :topics and q.state = 'active' order by q.id").setParameter("topics", topics).getResultList();
    }

    private TypedQuery<Question> query(String text) {
        return entities().createQuery(text, Question.class).setParameter("tenant", tenant());
    }
}
