package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Events of the tenant of the request. */
@ApplicationScoped
public class OutboxEvents extends TenantRepository<OutboxEvent> {

    /** For the proxy. */
    protected OutboxEvents() {
        this(null, null);
    }

    @Inject
    public OutboxEvents(EntityManager entities, TenantContext context) {
        super(OutboxEvent.class, entities, context);
    }
}
