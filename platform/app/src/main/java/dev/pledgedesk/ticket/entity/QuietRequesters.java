package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Requesters of the tenant of the request whose tickets are all done, and untouched since a time. */
@ApplicationScoped
public class QuietRequesters extends TenantRepository<Ticket> {

    private static final String QUIET = " and not exists (select n from Ticket n where n.tenantId = :tenant and n.requesterId = t.requesterId"
            + " and (n.updatedAt >= :before or n.statusCategory not in ('solved', 'closed')))";

    /** For the proxy. */
    protected QuietRequesters() {
        this(null, null);
    }

    @Inject
    public QuietRequesters(EntityManager entities, TenantContext context) {
        super(Ticket.class, entities, context);
    }

    /** Some of them in the order of their ids, from the one after {@code after} on; without those that are marked as {@code kind} unless {@code marked}. */
    public List<UUID> following(UUID after, Instant before, String kind, boolean marked, int atMost) {
        var query = entities().createQuery("select distinct t.requesterId from Ticket t where t.tenantId = :tenant and t.requesterId > :after" + QUIET
                + (marked ? "" : " and not exists (select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.recordId = t.requesterId)")
                + " order by t.requesterId", UUID.class).setParameter("tenant", tenant()).setParameter("after", after).setParameter("before", before).setMaxResults(atMost);
        return (marked ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Those of some customers of whom it is true. */
    public List<UUID> among(Collection<UUID> customers, Instant before) {
        return entities().createQuery("select distinct t.requesterId from Ticket t where t.tenantId = :tenant and t.requesterId in :customers" + QUIET, UUID.class).setParameter("tenant", tenant())
                .setParameter("customers", customers).setParameter("before", before).getResultList();
    }
}
