package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Saved views of the tenant of the request. */
@ApplicationScoped
public class TicketViews extends TenantRepository<TicketView> {

    /** For the proxy. */
    protected TicketViews() {
        this(null, null);
    }

    @Inject
    public TicketViews(EntityManager entities, TenantContext context) {
        super(TicketView.class, entities, context);
    }

    /** Own and shared ones, oldest first. */
    public List<TicketView> visibleTo(UUID staffId) {
        return entities().createQuery("select v from TicketView v where v.tenantId = :tenant and (v.ownerId = :owner or v.shared = true) order by v.id",
                TicketView.class).setParameter("tenant", tenant()).setParameter("owner", staffId).setMaxResults(200).getResultList();
    }

    public void remove(TicketView view) {
        entities().remove(view);
    }
}
