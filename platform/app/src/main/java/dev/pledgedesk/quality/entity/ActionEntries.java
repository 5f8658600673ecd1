package dev.pledgedesk.quality.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What was said of corrective actions of the tenant of the request. */
@ApplicationScoped
public class ActionEntries extends TenantRepository<ActionEntry> {

    /** For the proxy. */
    protected ActionEntries() {
        this(null, null);
    }

    @Inject
    public ActionEntries(EntityManager entities, TenantContext context) {
        super(ActionEntry.class, entities, context);
    }

    /** Of some, the oldest first. */
    public List<ActionEntry> of(Collection<UUID> actions) {
        return actions.isEmpty() ? List.of() : entities().createQuery("select e from ActionEntry e where e.tenantId = :tenant and e.actionId in :actions order by e.id", ActionEntry.class)
                .setParameter("tenant", tenant()).setParameter("actions", actions).getResultList();
    }
}
