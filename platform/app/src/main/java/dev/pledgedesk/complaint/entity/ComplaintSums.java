package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Sums over complaints of the tenant of the request; times are half-open. */
@ApplicationScoped
public class ComplaintSums {

    private static final String ENDED = " from Complaint c where c.tenantId = :tenant and c.endedAt >= :from and c.endedAt < :until";

    private final EntityManager entities;
    private final TenantContext context;

    /** For the proxy. */
    protected ComplaintSums() {
        this(null, null);
    }

    @Inject
    public ComplaintSums(EntityManager entities, TenantContext context) {
        this.entities = entities;
        this.context = context;
    }

    /** Heard in a time and written down before its end. */
    public long received(Instant from, Instant until) {
        return query("select count(c) from Complaint c where c.tenantId = :tenant and c.receivedAt >= :from and c.receivedAt < :until and c.filedAt < :until", Long.class)
                .setParameter("from", from).setParameter("until", until).getSingleResult();
    }

    /** Written down before a moment and not ended then. */
    public long open(Instant at) {
        return query("select count(c) from Complaint c where c.tenantId = :tenant and c.filedAt < :at and (c.endedAt is null or c.endedAt >= :at)", Long.class).setParameter("at", at).getSingleResult();
    }

    /** Ended in a time, by {@code outcome}, {@code severity}, {@code cause} or {@code fault}; the key of nothing is empty. */
    public Map<String, Long> ended(String by, Instant from, Instant until) {
        Map<String, Long> counts = new TreeMap<>();
        query("select c." + by + ", count(c)" + ENDED + " group by c." + by, Object[].class).setParameter("from", from).setParameter("until", until).getResultList()
                .forEach(row -> counts.put(row[0] == null ? "" : (String) row[0], (Long) row[1]));
        return counts;
    }

    /** Satisfied in a time without having gone round again. */
    public long satisfiedFirst(Instant from, Instant until) {
        return query("select count(c)" + ENDED + " and c.outcome = :satisfied and c.round = 1", Long.class).setParameter("from", from).setParameter("until", until)
                .setParameter("satisfied", ComplaintOutcome.SATISFIED.key()).getSingleResult();
    }

    /** How long those took that were satisfied in a time. */
    public List<Duration> satisfiedAfter(Instant from, Instant until) {
        return query("select c.receivedAt, c.endedAt" + ENDED + " and c.outcome = :satisfied", Object[].class).setParameter("from", from).setParameter("until", until)
                .setParameter("satisfied", ComplaintOutcome.SATISFIED.key()).getResultList().stream().map(row -> Duration.between((Instant) row[0], (Instant) row[1])).toList();
    }

    private <T> TypedQuery<T> query(String text, Class<T> type) {
        UUID tenant = context.tenantId().value();
        return entities.createQuery(text, type).setParameter("tenant", tenant);
    }
}
