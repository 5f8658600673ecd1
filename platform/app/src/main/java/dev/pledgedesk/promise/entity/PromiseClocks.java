package dev.pledgedesk.promise.entity;

import dev.pledgedesk.promise.ClockFigures.Kept;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Clocks of the tenant of the request. */
@ApplicationScoped
public class PromiseClocks extends TenantRepository<PromiseClock> {

    /** For the proxy. */
    protected PromiseClocks() {
        this(null, null);
    }

    @Inject
    public PromiseClocks(EntityManager entities, TenantContext context) {
        super(PromiseClock.class, entities, context);
    }

    /** Those of a record, the oldest first. */
    public List<PromiseClock> of(UUID subject) {
        return entities().createQuery("select c from PromiseClock c where c.tenantId = :tenant and c.subjectId = :subject order by c.id", PromiseClock.class)
                .setParameter("tenant", tenant()).setParameter("subject", subject).getResultList();
    }

    /** As {@link #of}, held against others until the transaction ends. */
    public List<PromiseClock> locked(UUID subject) {
        return entities().createQuery("select c from PromiseClock c where c.tenantId = :tenant and c.subjectId = :subject order by c.id", PromiseClock.class)
                .setParameter("tenant", tenant()).setParameter("subject", subject).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Those of some records that run, with an end; the first due first. */
    public List<PromiseClock> running(Collection<UUID> subjects) {
        return subjects.isEmpty() ? List.of() : entities().createQuery("select c from PromiseClock c where c.tenantId = :tenant and c.subjectId in :subjects and c.state = :running and c.dueAt is not null"
                + " order by c.dueAt, c.id", PromiseClock.class).setParameter("tenant", tenant()).setParameter("subjects", subjects).setParameter("running", ClockState.RUNNING.key()).getResultList();
    }

    /** How those of a kind of records were kept that ended in a half-open time, in the order of their keys. */
    public List<Kept> ended(String subjectType, Instant from, Instant until) {
        return entities().createQuery("select c.policy, c.target, sum(case when c.brokenAt is null and c.state = :fulfilled then 1 else 0 end), sum(case when c.brokenAt is not null then 1 else 0 end)"
                + " from PromiseClock c where c.tenantId = :tenant and c.subjectType = :type and c.endedAt >= :from and c.endedAt < :until group by c.policy, c.target order by c.policy, c.target", Object[].class)
                .setParameter("fulfilled", ClockState.FULFILLED.key()).setParameter("tenant", tenant()).setParameter("type", subjectType).setParameter("from", from).setParameter("until", until)
                .getResultList().stream().map(row -> new Kept((String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).longValue())).toList();
    }
}
