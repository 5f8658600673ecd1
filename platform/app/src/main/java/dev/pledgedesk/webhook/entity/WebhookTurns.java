package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Turns of the addresses of the tenant of the request. */
@ApplicationScoped
public class WebhookTurns extends TenantRepository<WebhookTurn> {

    /** For the proxy. */
    protected WebhookTurns() {
        this(null, null);
    }

    @Inject
    public WebhookTurns(EntityManager entities, TenantContext context) {
        super(WebhookTurn.class, entities, context);
    }
}
