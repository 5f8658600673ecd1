package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Complaints of the tenant of the request. */
@ApplicationScoped
public class Complaints extends TenantRepository<Complaint> {

    /** For the proxy. */
    protected Complaints() {
        this(null, null);
    }

    @Inject
    public Complaints(EntityManager entities, TenantContext context) {
        super(Complaint.class, entities, context);
    }

    /**
     * Newest first.
     *
     * @param openOnly whether those that have ended are left out
     * @param owner    whose they are; null for anybody's
     * @param stage    key of the stage that they are at; null for any
     */
    public Page<Complaint> page(boolean openOnly, UUID owner, String stage, PageRequest request) {
        return Page.of(entities().createQuery("select c from Complaint c where c.tenantId = :tenant and (:open = false or c.outcome is null) and (:anybody = true or c.ownerId = :owner)"
                + " and (:stage is null or c.stage = :stage) and c.id < :before order by c.id desc", Complaint.class).setParameter("tenant", tenant()).setParameter("open", openOnly)
                .setParameter("anybody", owner == null).setParameter("owner", owner == null ? Ids.FIRST : owner).setParameter("stage", stage)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), c -> c.id().toString());
    }

    /** Those whose conversation is a ticket, the newest first. */
    public List<Complaint> ofTicket(UUID ticket) {
        return entities().createQuery("select c from Complaint c where c.tenantId = :tenant and c.ticketId = :ticket order by c.id desc", Complaint.class)
                .setParameter("tenant", tenant()).setParameter("ticket", ticket).getResultList();
    }

    /** Those of some customers who have an open one. */
    public Set<UUID> openAmong(Collection<UUID> customers) {
        return customers.isEmpty() ? Set.of() : Set.copyOf(entities().createQuery("select distinct c.customerId from Complaint c where c.tenantId = :tenant and c.customerId in :customers and c.outcome is null",
                UUID.class).setParameter("tenant", tenant()).setParameter("customers", customers).getResultList());
    }

    /** Those of a customer, the newest first. */
    public List<Complaint> ofCustomer(UUID customer) {
        return entities().createQuery("select c from Complaint c where c.tenantId = :tenant and c.customerId = :customer order by c.id desc", Complaint.class)
                .setParameter("tenant", tenant()).setParameter("customer", customer).getResultList();
    }

    /** How many of each cause were received in a time, half-open; causes without any are left out. */
    public Map<String, Long> causes(Instant from, Instant until) {
        return entities().createQuery("select c.cause, count(c) from Complaint c where c.tenantId = :tenant and c.cause is not null and c.receivedAt >= :from and c.receivedAt < :until group by c.cause",
                Object[].class).setParameter("tenant", tenant()).setParameter("from", from).setParameter("until", until).getResultList().stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
