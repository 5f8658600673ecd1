package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.eventing.EventFeed.Told;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantKey;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Places of events in the feed of the tenant of the request. */
@ApplicationScoped
public class EventPlaces extends TenantRepository<EventPlace> {

    private static final int STEP = 500;
    /** Longer than any transaction can last, and than clocks of nodes can be apart: an event with an id from before that is seen, or never will be. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** For the proxy. */
    protected EventPlaces() {
        this(null, null);
    }

    @Inject
    public EventPlaces(EntityManager entities, TenantContext context) {
        super(EventPlace.class, entities, context);
    }

    /** Events after a place, in their order; of one type if it is not null. */
    public List<Told> after(long number, String type, int most) {
        TypedQuery<Object[]> query = entities().createQuery("select p.number, e from EventPlace p join OutboxEvent e on e.tenantId = p.tenantId and e.id = p.id where p.tenantId = :tenant and p.number > :number"
                + (type == null ? "" : " and e.type = :type") + " order by p.number", Object[].class).setParameter("tenant", tenant()).setParameter("number", number).setMaxResults(most);
        if (type != null) {
            query.setParameter("type", type);
        }
        return query.getResultList().stream().map(row -> told((Long) row[0], (OutboxEvent) row[1])).toList();
    }

    private static Told told(long number, OutboxEvent event) {
        return new Told(number, event.id(), event.type(), event.subjectId(), event.occurredAt(), event.actor());
    }

    /** The last number that was given. */
    public long last() {
        FeedEnd end = entities().find(FeedEnd.class, key());
        return end == null ? 0 : end.lastNumber();
    }

    /** Gives the next events without a place theirs; whether there may be more of them. Locks nothing if there are none. */
    public boolean settle() {
        FeedEnd seen = entities().find(FeedEnd.class, key());
        if (waiting(seen == null ? Ids.FIRST : seen.settled(), 1).isEmpty()) {
            return false;
        }
        FeedEnd end = held(seen);
        List<UUID> batch = waiting(end.settled(), STEP);
        batch.forEach(id -> add(end.place(id)));
        UUID horizon = Ids.madeBefore(SETTLED);
        boolean more = batch.size() == STEP;
        end.settle(more && batch.get(STEP - 1).compareTo(horizon) < 0 ? batch.get(STEP - 1) : horizon);
        flush();
        return more;
    }

    private FeedEnd held(FeedEnd seen) {
        if (seen == null) {
            // Two first readers at once: JPA cannot say ON CONFLICT.
            entities().createNativeQuery("insert into event_feed (tenant_id, id, settled) values (?, ?, ?) on conflict do nothing").setParameter(1, tenant()).setParameter(2, tenant()).setParameter(3, Ids.FIRST).executeUpdate();
        }
        FeedEnd end = entities().find(FeedEnd.class, key(), LockModeType.PESSIMISTIC_WRITE);
        entities().refresh(end);
        return end;
    }

    private TenantKey key() {
        return new TenantKey(tenant(), tenant());
    }

    private List<UUID> waiting(UUID after, int most) {
        return entities().createQuery("select e.id from OutboxEvent e where e.tenantId = :tenant and e.id > :after and not exists"
                + " (select p from EventPlace p where p.tenantId = e.tenantId and p.id = e.id) order by e.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setMaxResults(most).getResultList();
    }
}
