package dev.pledgedesk.roster.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who of the tenant of the request is on duty when. */
@ApplicationScoped
public class ShiftAssignments extends TenantRepository<ShiftAssignment> {

    /** For the proxy. */
    protected ShiftAssignments() {
        this(null, null);
    }

    @Inject
    public ShiftAssignments(EntityManager entities, TenantContext context) {
        super(ShiftAssignment.class, entities, context);
    }

    /** Those of some days, both included, in the order of their beginning. */
    public List<ShiftAssignment> between(LocalDate from, LocalDate to) {
        return query("select a from ShiftAssignment a where a.tenantId = :tenant and a.day >= :from and a.day <= :to order by a.startsAt, a.post, a.id").setParameter("from", from).setParameter("to", to)
                .getResultList();
    }

    /** Somebody's of some days, both included. */
    public List<ShiftAssignment> of(UUID staff, LocalDate from, LocalDate to) {
        return query("select a from ShiftAssignment a where a.tenantId = :tenant and a.staffId = :staff and a.day >= :from and a.day <= :to order by a.startsAt").setParameter("staff", staff)
                .setParameter("from", from).setParameter("to", to).getResultList();
    }

    /** Those that ended in a half-open time. */
    public List<ShiftAssignment> ended(Instant from, Instant until) {
        return query("select a from ShiftAssignment a where a.tenantId = :tenant and a.endsAt >= :from and a.endsAt < :until").setParameter("from", from).setParameter("until", until).getResultList();
    }

    public void remove(ShiftAssignment assignment) {
        entities().remove(assignment);
    }

    private TypedQuery<ShiftAssignment> query(String text) {
        return entities().createQuery(text, ShiftAssignment.class).setParameter("tenant", tenant());
    }
}
