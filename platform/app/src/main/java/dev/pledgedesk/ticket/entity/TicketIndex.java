package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The search index and the number counter. Native SQL, because JPA knows neither tsvector nor RETURNING. */
@ApplicationScoped
public class TicketIndex {

    @Inject
    EntityManager entities;

    @Inject
    TenantContext context;

    /** Makes a message findable; {@code tokens} is the text form of a tsvector. */
    public void add(UUID messageId, UUID ticketId, UUID requesterId, boolean internal, String tokens) {
        entities.createNativeQuery("insert into search_document (tenant_id, id, ticket_id, requester_id, internal, tokens)"
                        + " values (?, ?, ?, ?, ?, cast(? as tsvector))")
                .setParameter(1, tenant()).setParameter(2, messageId).setParameter(3, ticketId).setParameter(4, requesterId)
                .setParameter(5, internal).setParameter(6, tokens).executeUpdate();
    }

    /**
     * Ids of tickets with a message that matches, newest first; the rows behind them are still to be read under the tenant's policy.
     *
     * @param query     text form of a tsquery
     * @param requester only public messages of his tickets; null for all
     * @param before    only older tickets; null for all
     */
    @SuppressWarnings("unchecked")
    public List<UUID> search(String query, UUID requester, UUID before, int atMost) {
        return entities.createNativeQuery("select * from search_tickets(cast(? as tsquery), cast(? as uuid), cast(? as uuid), ?)")
                .setParameter(1, query).setParameter(2, requester == null ? null : requester.toString())
                .setParameter(3, before == null ? null : before.toString()).setParameter(4, atMost).getResultList();
    }

    /** The next number of the tenant, in the caller's transaction; it should be a short one, because the counter is locked till its end. */
    public long nextNumber() {
        // Losing an unflushed number in a crash is harmless: no ticket that carries it can have been flushed before it.
        entities.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        return ((Number) entities.createNativeQuery("insert into ticket_counter (tenant_id, last) values (?, 1)"
                + " on conflict (tenant_id) do update set last = ticket_counter.last + 1 returning last").setParameter(1, tenant())
                .getSingleResult()).longValue();
    }

    private UUID tenant() {
        return context.tenantId().value();
    }
}
