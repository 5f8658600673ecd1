package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** Failures of plugins of the tenant of the request. */
@ApplicationScoped
public class PluginFailures extends TenantRepository<PluginFailure> {

    /** For the proxy. */
    protected PluginFailures() {
        this(null, null);
    }

    @Inject
    public PluginFailures(EntityManager entities, TenantContext context) {
        super(PluginFailure.class, entities, context);
    }

    /** The newest first. */
    public Page<PluginFailure> page(PageRequest request) {
        UUID before = request.after() == null ? Ids.LAST : Ids.parse(request.after()).orElse(Ids.FIRST);
        return Page.of(entities().createQuery("select f from PluginFailure f where f.tenantId = :tenant and f.id < :before order by f.id desc", PluginFailure.class)
                .setParameter("tenant", tenant()).setParameter("before", before).setMaxResults(request.size() + 1).getResultList(), request.size(), f -> f.id().toString());
    }

    /** How many of an extension there were since a moment. */
    public long count(String extension, Instant since) {
        return entities().createQuery("select count(f) from PluginFailure f where f.tenantId = :tenant and f.extension = :extension and f.happenedAt >= :since", Long.class)
                .setParameter("tenant", tenant()).setParameter("extension", extension).setParameter("since", since).getSingleResult();
    }

    /** Removes those from before a moment; gives how many. */
    public int removeBefore(Instant moment) {
        return entities().createQuery("delete from PluginFailure f where f.tenantId = :tenant and f.happenedAt < :moment").setParameter("tenant", tenant()).setParameter("moment", moment).executeUpdate();
    }
}
