package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Places in sessions of the tenant of the request. */
@ApplicationScoped
public class Enrolments extends TenantRepository<Enrolment> {

    /** For the proxy. */
    protected Enrolments() {
        this(null, null);
    }

    @Inject
    public Enrolments(EntityManager entities, TenantContext context) {
        super(Enrolment.class, entities, context);
    }

    /** Those of some sessions, the oldest first. */
    public List<Enrolment> of(Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : query("select e from Enrolment e where e.tenantId = :tenant and e.sessionId in :sessions order by e.at, e.id").setParameter("sessions", sessions).getResultList();
    }

    public Optional<Enrolment> of(UUID session, UUID staff) {
        return query("select e from Enrolment e where e.tenantId = :tenant and e.sessionId = :session and e.staffId = :staff").setParameter("session", session).setParameter("staff", staff)
                .getResultStream().findFirst();
    }

    /** Somebody's, the newest first. */
    public List<Enrolment> ofStaff(UUID staff) {
        return query("select e from Enrolment e where e.tenantId = :tenant and e.staffId = :staff order by e.id desc").setParameter("staff", staff).getResultList();
    }

    /** Keys of the courses that somebody has attended since a moment. */
    public Set<String> attended(UUID staff, Instant since) {
        return Set.copyOf(entities().createQuery("select distinct s.course from Enrolment e, TrainingSession s where e.tenantId = :tenant and s.tenantId = :tenant and s.id = e.sessionId and e.staffId = :staff"
                + " and e.state = 'attended' and e.attendedAt > :since", String.class).setParameter("tenant", tenant()).setParameter("staff", staff).setParameter("since", since).getResultList());
    }

    private TypedQuery<Enrolment> query(String text) {
        return entities().createQuery(text, Enrolment.class).setParameter("tenant", tenant());
    }
}
