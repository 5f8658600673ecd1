package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.webhook.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages to addresses of the tenant of the request. */
@ApplicationScoped
public class Deliveries extends TenantRepository<Delivery> {

    /** For the proxy. */
    protected Deliveries() {
        this(null, null);
    }

    @Inject
    public Deliveries(EntityManager entities, TenantContext context) {
        super(Delivery.class, entities, context);
    }

    /** Those of an address, the newest first; in one state if it is not null. */
    public Page<Delivery> page(UUID webhook, DeliveryState state, PageRequest request) {
        UUID before = request.after() == null ? Ids.LAST : Ids.parse(request.after()).orElse(Ids.FIRST);
        TypedQuery<Delivery> query = entities().createQuery("select d from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.id < :before"
                + (state == null ? "" : " and d.state = :state") + " order by d.id desc", Delivery.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).setParameter("before", before).setMaxResults(request.size() + 1);
        if (state != null) {
            query.setParameter("state", state.key());
        }
        return Page.of(query.getResultList(), request.size(), d -> d.id().toString());
    }

    /** What is to be sent to an address by now, what was due first first. */
    public List<Delivery> due(UUID webhook, Instant now, int most) {
        return entities().createQuery("select d from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.state = 'waiting' and d.dueAt <= :now order by d.dueAt, d.id", Delivery.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** When something is to be sent to an address next; null if nothing waits. */
    public Instant nextDue(UUID webhook) {
        return entities().createQuery("select min(d.dueAt) from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.state = 'waiting'", Instant.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).getSingleResult();
    }

    /** How many messages wait for an address. */
    public long waiting(UUID webhook) {
        return entities().createQuery("select count(d) from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.state = 'waiting'", Long.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).getSingleResult();
    }

    /** Those of an address that were given up since a moment, the oldest first. */
    public List<Delivery> failedSince(UUID webhook, Instant since, int most) {
        return entities().createQuery("select d from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.state = 'failed' and d.occurredAt >= :since order by d.id", Delivery.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).setParameter("since", since).setMaxResults(most).getResultList();
    }

    /** Whether an address has a message about an event. */
    public boolean exists(UUID webhook, UUID event) {
        return !entities().createQuery("select d.id from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.eventId = :event", UUID.class)
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).setParameter("event", event).setMaxResults(1).getResultList().isEmpty();
    }

    /** Removes those that ended before a moment. */
    public void removeEndedBefore(UUID webhook, Instant moment) {
        entities().createQuery("delete from Delivery d where d.tenantId = :tenant and d.webhookId = :webhook and d.endedAt < :moment")
                .setParameter("tenant", tenant()).setParameter("webhook", webhook).setParameter("moment", moment).executeUpdate();
    }
}
