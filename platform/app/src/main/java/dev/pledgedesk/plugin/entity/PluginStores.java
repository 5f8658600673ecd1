package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Stores of plugins of the tenant of the request. */
@ApplicationScoped
public class PluginStores extends TenantRepository<PluginStore> {

    /** For the proxy. */
    protected PluginStores() {
        this(null, null);
    }

    @Inject
    public PluginStores(EntityManager entities, TenantContext context) {
        super(PluginStore.class, entities, context);
    }

    /** That of a plugin. */
    public Optional<PluginStore> of(String plugin) {
        return entities().createQuery("select s from PluginStore s where s.tenantId = :tenant and s.plugin = :plugin", PluginStore.class).setParameter("tenant", tenant())
                .setParameter("plugin", plugin).getResultStream().findFirst();
    }

    /** All of them, by plugin. */
    public List<PluginStore> all() {
        return entities().createQuery("select s from PluginStore s where s.tenantId = :tenant order by s.plugin", PluginStore.class).setParameter("tenant", tenant()).getResultList();
    }
}
