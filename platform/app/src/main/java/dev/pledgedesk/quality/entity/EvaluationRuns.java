package dev.pledgedesk.quality.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Optional;

/** Evaluations of the tenant of the request. */
@ApplicationScoped
public class EvaluationRuns extends TenantRepository<EvaluationRun> {

    /** For the proxy. */
    protected EvaluationRuns() {
        this(null, null);
    }

    @Inject
    public EvaluationRuns(EntityManager entities, TenantContext context) {
        super(EvaluationRun.class, entities, context);
    }

    /** Newest first. */
    public Page<EvaluationRun> page(PageRequest request) {
        return Page.of(query("select r from EvaluationRun r where r.tenantId = :tenant and r.id < :before order by r.id desc").setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST))
                .setMaxResults(request.size() + 1).getResultList(), request.size(), r -> r.id().toString());
    }

    /** That by a standard of the time that begins on a day. */
    public Optional<EvaluationRun> of(String standard, LocalDate from) {
        return query("select r from EvaluationRun r where r.tenantId = :tenant and r.standard = :standard and r.fromDay = :from").setParameter("standard", standard).setParameter("from", from).getResultStream()
                .findFirst();
    }

    /** The last one by a standard of an earlier time that is closed. */
    public Optional<EvaluationRun> closedBefore(String standard, LocalDate from) {
        return query("select r from EvaluationRun r where r.tenantId = :tenant and r.standard = :standard and r.fromDay < :from and r.state = 'closed' order by r.fromDay desc").setParameter("standard", standard)
                .setParameter("from", from).setMaxResults(1).getResultStream().findFirst();
    }

    private TypedQuery<EvaluationRun> query(String text) {
        return entities().createQuery(text, EvaluationRun.class).setParameter("tenant", tenant());
    }
}
