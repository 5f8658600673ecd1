package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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

    /** Those of a subject that were not revoked. */
    public List<Session> of(UUID subjectId) {
        return entities().createQuery("select s from Session s where s.tenantId = :tenant and s.subjectId = :subject and s.revokedAt is null",
                Session.class).setParameter("tenant", tenant()).setParameter("subject", subjectId).getResultList();
    }
}
