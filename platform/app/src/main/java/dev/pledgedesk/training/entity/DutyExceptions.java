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
import java.util.UUID;

/** Exceptions of the tenant of the request. */
@ApplicationScoped
public class DutyExceptions extends TenantRepository<DutyException> {

    /** For the proxy. */
    protected DutyExceptions() {
        this(null, null);
    }

    @Inject
    public DutyExceptions(EntityManager entities, TenantContext context) {
        super(DutyException.class, entities, context);
    }

    /** Those that hold, of some people for some qualifications. */
    public List<DutyException> holding(Collection<UUID> staff, Collection<String> qualifications, Instant now) {
        return query("select e from DutyException e where e.tenantId = :tenant and e.staffId in :staff and e.qualification in :qualifications and e.endedAt is null and e.until > :now")
                .setParameter("staff", staff).setParameter("qualifications", qualifications).setParameter("now", now).getResultList();
    }

    /** All of somebody, the newest first. */
    public List<DutyException> of(UUID staff) {
        return query("select e from DutyException e where e.tenantId = :tenant and e.staffId = :staff order by e.id desc").setParameter("staff", staff).getResultList();
    }

    private TypedQuery<DutyException> query(String text) {
        return entities().createQuery(text, DutyException.class).setParameter("tenant", tenant());
    }
}
