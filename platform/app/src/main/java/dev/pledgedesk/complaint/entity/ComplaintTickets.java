package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Other tickets that belong to complaints of the tenant of the request. */
@ApplicationScoped
public class ComplaintTickets extends TenantRepository<ComplaintTicket> {

    /** For the proxy. */
    protected ComplaintTickets() {
        this(null, null);
    }

    @Inject
    public ComplaintTickets(EntityManager entities, TenantContext context) {
        super(ComplaintTicket.class, entities, context);
    }

    /** Those of a complaint, in the order in which they were linked. */
    public List<UUID> of(UUID complaint) {
        return entities().createQuery("select t.ticketId from ComplaintTicket t where t.tenantId = :tenant and t.complaintId = :complaint order by t.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("complaint", complaint).getResultList();
    }
}
