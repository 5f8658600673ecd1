package dev.pledgedesk.training.entity;

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

/** Sessions of the tenant of the request. */
@ApplicationScoped
public class TrainingSessions extends TenantRepository<TrainingSession> {

    /** For the proxy. */
    protected TrainingSessions() {
        this(null, null);
    }

    @Inject
    public TrainingSessions(EntityManager entities, TenantContext context) {
        super(TrainingSession.class, entities, context);
    }

    /** Those that end after a moment, the earliest first. */
    public Page<TrainingSession> from(Instant moment, PageRequest request) {
        List<TrainingSession> all = query("select s from TrainingSession s where s.tenantId = :tenant and s.endsAt > :moment order by s.startsAt, s.id").setParameter("moment", moment)
                .setFirstResult(first(request)).setMaxResults(request.size() + 1).getResultList();
        return Page.of(all, request.size(), s -> String.valueOf(first(request) + request.size()));
    }

    /** Those that somebody holds and that end after a moment. */
    public List<TrainingSession> heldBy(UUID trainer, Instant moment) {
        return query("select s from TrainingSession s where s.tenantId = :tenant and s.trainerId = :trainer and s.endsAt > :moment").setParameter("trainer", trainer).setParameter("moment", moment).getResultList();
    }

    /** Those of a course that began in a half-open time and are over, the earliest first. */
    public List<TrainingSession> held(String course, Instant from, Instant until) {
        return query("select s from TrainingSession s where s.tenantId = :tenant and s.course = :course and s.startsAt >= :from and s.startsAt < :until and s.state = 'held' order by s.startsAt")
                .setParameter("course", course).setParameter("from", from).setParameter("until", until).getResultList();
    }

    /** Those that fulfil an entry of a plan, but not those that were cancelled. */
    public List<TrainingSession> ofEntries() {
        return query("select s from TrainingSession s where s.tenantId = :tenant and s.entryId is not null and s.state <> 'cancelled' order by s.startsAt").getResultList();
    }

    private static int first(PageRequest request) {
        return request.after() == null || !request.after().matches("[0-9]{1,6}") ? 0 : Integer.parseInt(request.after());
    }

    private TypedQuery<TrainingSession> query(String text) {
        return entities().createQuery(text, TrainingSession.class).setParameter("tenant", tenant());
    }
}
