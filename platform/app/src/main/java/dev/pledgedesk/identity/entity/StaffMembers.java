package dev.pledgedesk.identity.entity;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Staff of the tenant of the request. */
@ApplicationScoped
public class StaffMembers extends TenantRepository<StaffMember> {

    /** For the proxy. */
    protected StaffMembers() {
        this(null, null);
    }

    @Inject
    public StaffMembers(EntityManager entities, TenantContext context) {
        super(StaffMember.class, entities, context);
    }

    public Optional<StaffMember> byLogin(String login) {
        return entities().createQuery("select s from StaffMember s where s.tenantId = :tenant and s.login = :login", StaffMember.class)
                .setParameter("tenant", tenant()).setParameter("login", login).getResultStream().findFirst();
    }

    /** As {@link #get}, locked, so that what one member does twice at once is done one after the other. */
    public StaffMember locked(UUID id) {
        return entities().createQuery("select s from StaffMember s where s.tenantId = :tenant and s.id = :id", StaffMember.class).setParameter("tenant", tenant())
                .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(Problem::notFound);
    }

    /** By sign-in name. */
    public Page<StaffMember> page(PageRequest request) {
        return Page.of(entities().createQuery("select s from StaffMember s where s.tenantId = :tenant and s.login > :after order by s.login",
                        StaffMember.class).setParameter("tenant", tenant()).setParameter("after", request.after() == null ? "" : request.after())
                .setMaxResults(request.size() + 1).getResultList(), request.size(), StaffMember::login);
    }
}
