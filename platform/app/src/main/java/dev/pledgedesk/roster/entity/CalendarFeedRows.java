package dev.pledgedesk.roster.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Addresses of calendars of the tenant of the request. */
@ApplicationScoped
public class CalendarFeedRows extends TenantRepository<CalendarFeed> {

    /** For the proxy. */
    protected CalendarFeedRows() {
        this(null, null);
    }

    @Inject
    public CalendarFeedRows(EntityManager entities, TenantContext context) {
        super(CalendarFeed.class, entities, context);
    }

    public Optional<CalendarFeed> of(UUID staff) {
        return entities().createQuery("select f from CalendarFeed f where f.tenantId = :tenant and f.staffId = :staff", CalendarFeed.class).setParameter("tenant", tenant()).setParameter("staff", staff)
                .getResultStream().findFirst();
    }

    /** The one whose secret has a hash. */
    public Optional<CalendarFeed> withHash(byte[] hash) {
        return entities().createQuery("select f from CalendarFeed f where f.tenantId = :tenant and f.tokenHash = :hash", CalendarFeed.class).setParameter("tenant", tenant()).setParameter("hash", hash)
                .getResultStream().findFirst();
    }

    public void remove(CalendarFeed feed) {
        entities().remove(feed);
    }
}
