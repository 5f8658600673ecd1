package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;

/** Addresses of the tenant of the request. */
@ApplicationScoped
public class WebhookRows extends TenantRepository<Webhook> {

    /** For the proxy. */
    protected WebhookRows() {
        this(null, null);
    }

    @Inject
    public WebhookRows(EntityManager entities, TenantContext context) {
        super(Webhook.class, entities, context);
    }

    /** All, the oldest first. */
    public List<Webhook> all() {
        return entities().createQuery("select w from Webhook w where w.tenantId = :tenant order by w.id", Webhook.class).setParameter("tenant", tenant()).getResultList();
    }

    /** Those that messages are kept for: the active and the paused. Asked at every event, so nothing that the transaction has changed is written for it. */
    public List<Webhook> listening() {
        return entities().createQuery("select w from Webhook w where w.tenantId = :tenant and w.state <> 'disabled' order by w.id", Webhook.class).setParameter("tenant", tenant()).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** Takes one away, with its messages. */
    public void remove(Webhook webhook) {
        entities().remove(webhook);
    }
}
