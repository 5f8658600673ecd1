package dev.pledgedesk.inbound.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Channels of the tenant of the request. */
@ApplicationScoped
public class Channels extends TenantRepository<Channel> {

    /** For the proxy. */
    protected Channels() {
        this(null, null);
    }

    @Inject
    public Channels(EntityManager entities, TenantContext context) {
        super(Channel.class, entities, context);
    }

    /** All that ever were, by name. */
    public List<Channel> all() {
        return entities().createQuery("select c from Channel c where c.tenantId = :tenant order by c.channel", Channel.class).setParameter("tenant", tenant()).getResultList();
    }
}
