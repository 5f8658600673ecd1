package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What staff of the tenant of the request are to take part in. */
@ApplicationScoped
public class TrainingTasks extends TenantRepository<TrainingTask> {

    /** For the proxy. */
    protected TrainingTasks() {
        this(null, null);
    }

    @Inject
    public TrainingTasks(EntityManager entities, TenantContext context) {
        super(TrainingTask.class, entities, context);
    }

    /** Somebody's that are to be done, by their days. */
    public List<TrainingTask> open(UUID staff) {
        return query("select t from TrainingTask t where t.tenantId = :tenant and t.staffId = :staff and t.doneAt is null order by t.dueOn, t.id").setParameter("staff", staff).getResultList();
    }

    /** All of a programme. */
    public List<TrainingTask> of(String programme) {
        return query("select t from TrainingTask t where t.tenantId = :tenant and t.programme = :programme").setParameter("programme", programme).getResultList();
    }

    /** Those that should have been done before a day, by their days. */
    public List<TrainingTask> late(LocalDate today, int atMost) {
        return query("select t from TrainingTask t where t.tenantId = :tenant and t.doneAt is null and t.dueOn < :today order by t.dueOn, t.id").setParameter("today", today).setMaxResults(atMost).getResultList();
    }

    private TypedQuery<TrainingTask> query(String text) {
        return entities().createQuery(text, TrainingTask.class).setParameter("tenant", tenant());
    }
}
