package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tickets of the tenant of the request that are done, untouched since a time, and not emptied. */
@ApplicationScoped
public class DoneTickets extends TenantRepository<Ticket> {

    private static final String DONE = "select t from Ticket t where t.tenantId = :tenant and t.statusCategory in ('solved', 'closed') and t.updatedAt < :before and t.emptiedAt is null";

    @Inject
    TicketIndex index;

    /** For the proxy. */
    protected DoneTickets() {
        this(null, null);
    }

    @Inject
    public DoneTickets(EntityManager entities, TenantContext context) {
        super(Ticket.class, entities, context);
    }

    /** Some of them in the order of their ids, from the one after {@code after} on; without those that are marked as {@code kind} unless {@code marked}. */
    public List<Ticket> following(UUID after, Instant before, String kind, boolean marked, int atMost) {
        var query = entities().createQuery(DONE + " and t.id > :after"
                + (marked ? "" : " and not exists (select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.recordId = t.id)") + " order by t.id", Ticket.class)
                .setParameter("tenant", tenant()).setParameter("before", before).setParameter("after", after).setMaxResults(atMost);
        return (marked ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Those of some tickets of which it is true; nobody changes them until the transaction ends. */
    public List<Ticket> among(Collection<UUID> ids, Instant before) {
        return ids.isEmpty() ? List.of() : entities().createQuery(DONE + " and t.id in :ids order by t.id", Ticket.class).setParameter("tenant", tenant()).setParameter("before", before)
                .setParameter("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Removes what was written in a ticket and about it, its files, and what makes it findable. */
    public void empty(UUID id, Instant now) {
        get(id).empty(now);
        entities().createQuery("update Message m set m.body = :removed where m.tenantId = :tenant and m.ticketId = :ticket").setParameter("removed", Sealed.REMOVED)
                .setParameter("tenant", tenant()).setParameter("ticket", id).executeUpdate();
        entities().createQuery("select a from Attachment a where a.tenantId = :tenant and a.ticketId = :ticket", Attachment.class).setParameter("tenant", tenant()).setParameter("ticket", id)
                .getResultList().forEach(entities()::remove);
        index.forget(id);
    }
}
