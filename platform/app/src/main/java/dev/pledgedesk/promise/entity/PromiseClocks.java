package dev.pledgedesk.promise.entity;

import dev.pledgedesk.promise.ClockFigures.Kept;
import dev.pledgedesk.promise.ClockFigures.Broken;
import dev.pledgedesk.promise.ClockFigures.OfPerson;
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

    private static final String DECIDED = " from PromiseClock c where c.tenantId = :tenant and c.subjectType = :type and c.answerableId is not null and c.decidedAt >= :from and c.decidedAt < :until";
    private static final List<String> OPEN = List.of(ClockState.RUNNING.key(), ClockState.PAUSED.key());

    private static final String NO_WAIT = "jakarta.persistence.lock.timeout";

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

    /** Those of several records, held against others until the transaction ends; if somebody else holds one, this fails at once, so that who waits for none of many holds up nobody. */
    public List<PromiseClock> lockedAtOnce(Collection<UUID> subjects) {
        return entities().createQuery("select c from PromiseClock c where c.tenantId = :tenant and c.subjectId in :subjects order by c.id", PromiseClock.class)
                .setParameter("tenant", tenant()).setParameter("subjects", subjects).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint(NO_WAIT, 0).getResultList();
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

    /** How those were kept that were broken, or ended without, in a half-open time, by whose they were then. */
    public List<OfPerson> decided(String subjectType, Instant from, Instant until) {
        return entities().createQuery("select c.answerableId, sum(case when c.brokenAt is null and c.state = :fulfilled then 1 else 0 end), sum(case when c.brokenAt is not null then 1 else 0 end)"
                + DECIDED + " group by c.answerableId", Object[].class).setParameter("fulfilled", ClockState.FULFILLED.key()).setParameter("tenant", tenant()).setParameter("type", subjectType)
                .setParameter("from", from).setParameter("until", until).getResultList().stream()
                .map(row -> new OfPerson((UUID) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue())).toList();
    }

    /** Those that were broken then, the newest first. */
    public List<Broken> broken(String subjectType, Instant from, Instant until, int atMost) {
        return entities().createQuery("select c.answerableId, c.subjectId, c.target" + DECIDED + " and c.brokenAt is not null order by c.brokenAt desc", Object[].class).setParameter("tenant", tenant())
                .setParameter("type", subjectType).setParameter("from", from).setParameter("until", until).setMaxResults(atMost).getResultList().stream()
                .map(row -> new Broken((UUID) row[0], (UUID) row[1], (String) row[2])).toList();
    }

    /** A policy in a version of the configuration. */
    public record Under(String policy, int configVersion) {
    }

    /** What open clocks of a kind of records run under that are of an earlier configuration. */
    public List<Under> behind(String subjectType, int configVersion) {
        return entities().createQuery("select distinct c.policy, c.configVersion from PromiseClock c where c.tenantId = :tenant and c.subjectType = :type and c.state in :open and c.configVersion < :version"
                + " and c.policy is not null", Object[].class).setParameter("tenant", tenant()).setParameter("type", subjectType).setParameter("open", OPEN).setParameter("version", configVersion)
                .getResultList().stream().map(row -> new Under((String) row[0], (Integer) row[1])).toList();
    }

    /** Records of a kind with open clocks that run under it, in the order of their ids from the one after {@code after} on. */
    public List<UUID> under(String subjectType, Under under, UUID after, int atMost) {
        return entities().createQuery("select distinct c.subjectId from PromiseClock c where c.tenantId = :tenant and c.subjectType = :type and c.state in :open and c.configVersion = :version and c.policy = :policy"
                + " and c.subjectId > :after order by c.subjectId", UUID.class).setParameter("tenant", tenant()).setParameter("type", subjectType).setParameter("open", OPEN)
                .setParameter("version", under.configVersion()).setParameter("policy", under.policy()).setParameter("after", after).setMaxResults(atMost).getResultList();
    }
}
