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

    /** Makes a message unfindable. */
    public void remove(UUID messageId) {
        entities.createNativeQuery("delete from search_document where tenant_id = ? and id = ?").setParameter(1, tenant()).setParameter(2, messageId).executeUpdate();
    }

    /** Takes tags and the ids of other systems from a requester's tickets; gives how many tickets had any. */
    public int removeMarksOf(UUID requesterId) {
        return entities.createNativeQuery("update ticket set tags = '[]', tag_list = null, external_id = null, version = version + 1 where tenant_id = ? and requester_id = ?"
                + " and (tags <> '[]' or external_id is not null)").setParameter(1, tenant()).setParameter(2, requesterId).executeUpdate();
    }

    /** Makes nothing of a requester findable any more; gives how many messages were. */
    public int removeOf(UUID requesterId) {
        return entities.createNativeQuery("delete from search_document where tenant_id = ? and requester_id = ?").setParameter(1, tenant()).setParameter(2, requesterId).executeUpdate();
    }

    /** Makes nothing of a ticket findable any more, and takes what people wrote out of its history, which still says what was changed, by whom and when. */
    public void forget(UUID ticketId) {
        entities.createNativeQuery("delete from search_document where tenant_id = ? and ticket_id = ?").setParameter(1, tenant()).setParameter(2, ticketId).executeUpdate();
        // History is never updated.
        entities.createNativeQuery("with old as (delete from ticket_change where tenant_id = ? and ticket_id = ? and (field in ('subject', 'tags') or field like 'fields.%')"
                        + " returning tenant_id, id, ticket_id, at, actor_kind, actor_id, field)"
                        + " insert into ticket_change (tenant_id, id, ticket_id, at, actor_kind, actor_id, field) select tenant_id, id, ticket_id, at, actor_kind, actor_id, field from old")
                .setParameter(1, tenant()).setParameter(2, ticketId).executeUpdate();
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

    /**
     * Has the database plan what follows in this transaction for its values. Otherwise it makes one plan for any tenant after some executions, takes the tenant for one of average
     * size, and reads all tickets of a big one to find fifty by their ids.
     */
    public void planForValues() {
        entities.createNativeQuery("select set_config('plan_cache_mode', 'force_custom_plan', true)").getSingleResult();
    }

    /** The next number of the tenant, from a sequence of its own: nobody waits for it, and a transaction that fails leaves a gap. */
    public long nextNumber() {
        return ((Number) entities.createNativeQuery("select next_ticket_number()").getSingleResult()).longValue();
    }

    private UUID tenant() {
        return context.tenantId().value();
    }
}
