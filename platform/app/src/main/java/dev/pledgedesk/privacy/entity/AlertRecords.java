package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Alerts of the tenant of the request. */
@ApplicationScoped
public class AlertRecords extends TenantRepository<AlertRecord> {

    /** For the proxy. */
    protected AlertRecords() {
        this(null, null);
    }

    @Inject
    public AlertRecords(EntityManager entities, TenantContext context) {
        super(AlertRecord.class, entities, context);
    }

    /** Newest first; those alone that wait for a review if {@code open}. */
    public Page<AlertRecord> page(boolean open, PageRequest request) {
        return Page.of(entities().createQuery("select a from AlertRecord a where a.tenantId = :tenant and a.id < :before" + (open ? " and a.reviewedAt is null" : "") + " order by a.id desc",
                AlertRecord.class).setParameter("tenant", tenant()).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(),
                request.size(), a -> a.id().toString());
    }

    /** Whether an actor has caused one of a kind since then. */
    public boolean hasOneSince(AlertKind kind, String actor, Instant since) {
        return entities().createQuery("select count(a) from AlertRecord a where a.tenantId = :tenant and a.kind = :kind and a.actor = :actor and a.raisedAt > :since", Long.class)
                .setParameter("tenant", tenant()).setParameter("kind", kind.key()).setParameter("actor", actor).setParameter("since", since).getSingleResult() > 0;
    }
}
