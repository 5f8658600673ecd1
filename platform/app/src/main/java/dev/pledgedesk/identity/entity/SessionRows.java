package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Sessions of the tenant of the request. */
@ApplicationScoped
public class SessionRows extends TenantRepository<Session> {

    private static final String OVER = "(s.expiresAt < :before or s.revokedAt < :before)";

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

    /** Some that ended before that, by their time or by being revoked, in the order of their ids; without those that are marked as {@code kind} unless {@code marked}. */
    public List<UUID> overAfter(UUID after, Instant before, String kind, boolean marked, int atMost) {
        var query = entities().createQuery("select s.id from Session s where s.tenantId = :tenant and s.id > :after and " + OVER
                + (marked ? "" : " and not exists (select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.recordId = s.id)") + " order by s.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setParameter("before", before).setMaxResults(atMost);
        return (marked ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Those of some that ended before that. */
    public List<UUID> over(Collection<UUID> ids, Instant before) {
        return entities().createQuery("select s.id from Session s where s.tenantId = :tenant and s.id in :ids and " + OVER, UUID.class).setParameter("tenant", tenant())
                .setParameter("ids", ids).setParameter("before", before).getResultList();
    }

    /** Removes one. */
    public void remove(UUID id) {
        find(id).ifPresent(entities()::remove);
    }

    /** Notes that a session was used. */
    public void used(UUID id, Instant now) {
        entities().createQuery("update Session s set s.usedAt = :now where s.tenantId = :tenant and s.id = :id")
                .setParameter("now", now).setParameter("tenant", tenant()).setParameter("id", id).executeUpdate();
    }
}
