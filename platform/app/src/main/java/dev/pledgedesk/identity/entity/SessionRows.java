package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sessions of the tenant of the request. */
@ApplicationScoped
public class SessionRows extends TenantRepository<Session> {

    /** For the proxy. */
    protected SessionRows() {
        this(null, null);
    }

    @Inject
    public SessionRows(EntityManager entities, TenantContext context) {
        super(Session.class, entities, context);
    }

    /** Those of a subject that hold, newest first. */
    public List<Session> live(UUID subjectId, Instant now, int atMost) {
        return entities().createQuery("select s from Session s where s.tenantId = :tenant and s.subjectId = :subject and s.revokedAt is null"
                        + " and s.expiresAt > :now order by s.id desc", Session.class)
                .setParameter("tenant", tenant()).setParameter("subject", subjectId).setParameter("now", now).setMaxResults(atMost).getResultList();
    }

    /** Notes that a session was used. */
    public void used(UUID id, Instant now) {
        entities().createQuery("update Session s set s.usedAt = :now where s.tenantId = :tenant and s.id = :id")
                .setParameter("now", now).setParameter("tenant", tenant()).setParameter("id", id).executeUpdate();
    }
}
