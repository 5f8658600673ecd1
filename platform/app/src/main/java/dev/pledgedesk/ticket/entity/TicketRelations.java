package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What hangs on a ticket of the tenant of the request: its changes, watchers and links. */
@ApplicationScoped
public class TicketRelations extends TenantRepository<TicketChangeRow> {

    /** For the proxy. */
    protected TicketRelations() {
        this(null, null);
    }

    @Inject
    public TicketRelations(EntityManager entities, TenantContext context) {
        super(TicketChangeRow.class, entities, context);
    }

    /** Changes of a ticket, newest first. */
    public Page<TicketChangeRow> changes(UUID ticketId, PageRequest request) {
        UUID after = Ids.parse(request.after()).orElse(null);
        var query = entities().createQuery("select c from TicketChangeRow c where c.tenantId = :tenant and c.ticketId = :ticket"
                + (after == null ? "" : " and c.id < :after") + " order by c.id desc", TicketChangeRow.class)
                .setParameter("tenant", tenant()).setParameter("ticket", ticketId).setMaxResults(request.size() + 1);
        if (after != null) {
            query.setParameter("after", after);
        }
        return Page.of(query.getResultList(), request.size(), c -> c.id().toString());
    }

    /** Puts a change in another form into its own place: history is never updated, so the row is taken out and put in again. */
    public void reseal(UUID changeId, Sealed before, Sealed after) {
        entities().createNativeQuery("with old as (delete from ticket_change where tenant_id = ? and id = ? returning tenant_id, id, ticket_id, at, actor_kind, actor_id, field)"
                        + " insert into ticket_change (tenant_id, id, ticket_id, at, actor_kind, actor_id, field, before, after)"
                        + " select tenant_id, id, ticket_id, at, actor_kind, actor_id, field, cast(? as bytea), cast(? as bytea) from old")
                .setParameter(1, tenant()).setParameter(2, changeId).setParameter(3, before == null ? null : before.bytes()).setParameter(4, after == null ? null : after.bytes()).executeUpdate();
    }

    /** Who watches a ticket and what it is linked to, read in one go. */
    @SuppressWarnings("unchecked")
    public Around around(UUID ticketId) {
        List<Object[]> rows = entities().createNativeQuery("select staff_id, cast(null as uuid), cast(null as text) from ticket_watcher"
                        + " where tenant_id = ?1 and ticket_id = ?2 union all select ticket_id, other_id, kind from ticket_link"
                        + " where tenant_id = ?1 and (ticket_id = ?2 or other_id = ?2)")
                .setParameter(1, tenant()).setParameter(2, ticketId).getResultList();
        return new Around(rows.stream().filter(r -> r[1] == null).map(r -> (UUID) r[0]).toList(),
                rows.stream().filter(r -> r[1] != null).map(r -> new TicketLink(tenant(), (UUID) r[0], (UUID) r[1], (String) r[2])).toList());
    }

    /** What hangs around a ticket. */
    public record Around(List<UUID> watchers, List<TicketLink> links) {

        /** Nothing: a customer sees none of it, and a new ticket has none. */
        public static final Around NOTHING = new Around(List.of(), List.of());
    }

    public List<UUID> watchers(UUID ticketId) {
        return entities().createQuery("select w.staffId from TicketWatcher w where w.tenantId = :tenant and w.ticketId = :ticket", UUID.class)
                .setParameter("tenant", tenant()).setParameter("ticket", ticketId).getResultList();
    }

    /** Adds a watcher; false if he was one. */
    public boolean watch(UUID ticketId, UUID staffId) {
        if (entities().find(TicketWatcher.class, new TicketWatcher.Key(tenant(), ticketId, staffId)) != null) {
            return false;
        }
        entities().persist(new TicketWatcher(tenant(), ticketId, staffId));
        return true;
    }

    /** Removes a watcher; false if he was none. */
    public boolean unwatch(UUID ticketId, UUID staffId) {
        TicketWatcher watcher = entities().find(TicketWatcher.class, new TicketWatcher.Key(tenant(), ticketId, staffId));
        if (watcher != null) {
            entities().remove(watcher);
        }
        return watcher != null;
    }

    /** Links from and to a ticket. */
    public List<TicketLink> links(UUID ticketId) {
        return entities().createQuery("select l from TicketLink l where l.tenantId = :tenant and (l.ticketId = :ticket or l.otherId = :ticket)",
                TicketLink.class).setParameter("tenant", tenant()).setParameter("ticket", ticketId).getResultList();
    }

    /** Adds a link; false if it was there. */
    public boolean link(UUID ticketId, UUID otherId, String kind) {
        if (entities().find(TicketLink.class, new TicketLink.Key(tenant(), ticketId, otherId, kind)) != null) {
            return false;
        }
        entities().persist(new TicketLink(tenant(), ticketId, otherId, kind));
        return true;
    }

    /** Removes every link between two tickets; false if there was none. */
    public boolean unlink(UUID ticketId, UUID otherId) {
        List<TicketLink> found = links(ticketId).stream().filter(l -> l.otherId().equals(otherId) || l.ticketId().equals(otherId)).toList();
        found.forEach(entities()::remove);
        return !found.isEmpty();
    }
}
