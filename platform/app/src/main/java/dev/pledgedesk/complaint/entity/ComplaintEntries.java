package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The timelines of complaints of the tenant of the request. */
@ApplicationScoped
public class ComplaintEntries extends TenantRepository<ComplaintEntry> {

    /** For the proxy. */
    protected ComplaintEntries() {
        this(null, null);
    }

    @Inject
    public ComplaintEntries(EntityManager entities, TenantContext context) {
        super(ComplaintEntry.class, entities, context);
    }

    /** Of some complaints, of each in the order in which it was written. */
    public List<ComplaintEntry> ofAll(Collection<UUID> complaints) {
        return complaints.isEmpty() ? List.of() : entities().createQuery("select e from ComplaintEntry e where e.tenantId = :tenant and e.complaintId in :complaints order by e.number", ComplaintEntry.class)
                .setParameter("tenant", tenant()).setParameter("complaints", complaints).getResultList();
    }

    /** How many a complaint has; they are numbered from 1. */
    public int count(UUID complaint) {
        return entities().createQuery("select count(e) from ComplaintEntry e where e.tenantId = :tenant and e.complaintId = :complaint", Long.class)
                .setParameter("tenant", tenant()).setParameter("complaint", complaint).getSingleResult().intValue();
    }

    /** Of a complaint, in the order in which it was written. */
    public List<ComplaintEntry> of(UUID complaint) {
        return entities().createQuery("select e from ComplaintEntry e where e.tenantId = :tenant and e.complaintId = :complaint order by e.number", ComplaintEntry.class)
                .setParameter("tenant", tenant()).setParameter("complaint", complaint).getResultList();
    }
}
