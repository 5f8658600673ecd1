package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantKey;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Rows of any table of the tenant of the request whose time is over, by a condition on {@code r} and {@code :before} that whoever keeps them has written. */
@ApplicationScoped
public class DisposalRows {

    @Inject
    EntityManager entities;

    @Inject
    TenantContext context;

    /** Some of them in the order of their ids, from the one after {@code after} on; without those that are marked as {@code kind} unless {@code marked}. */
    public List<UUID> overAfter(Class<? extends TenantOwned> type, String over, UUID after, Instant before, String kind, boolean marked, int atMost) {
        var query = entities.createQuery("select r.id from " + type.getSimpleName() + " r where r.tenantId = :tenant and r.id > :after and " + over
                + (marked ? "" : " and not exists (select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.recordId = r.id)") + " order by r.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setParameter("before", before).setMaxResults(atMost);
        return (marked ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Those of some of which it is true. */
    public List<UUID> over(Class<? extends TenantOwned> type, String over, Collection<UUID> ids, Instant before) {
        return ids.isEmpty() ? List.of() : entities.createQuery("select r.id from " + type.getSimpleName() + " r where r.tenantId = :tenant and r.id in :ids and " + over, UUID.class)
                .setParameter("tenant", tenant()).setParameter("ids", ids).setParameter("before", before).getResultList();
    }

    /** Removes one, if it is there. */
    public void remove(Class<? extends TenantOwned> type, UUID id) {
        TenantOwned row = entities.find(type, new TenantKey(tenant(), id));
        if (row != null) {
            entities.remove(row);
        }
    }

    private UUID tenant() {
        return context.tenantId().value();
    }
}
