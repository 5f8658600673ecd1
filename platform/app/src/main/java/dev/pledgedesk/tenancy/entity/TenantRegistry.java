package dev.pledgedesk.tenancy.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of tenants and hosts, which belong to the platform and hold no content. */
@ApplicationScoped
public class TenantRegistry {

    @Inject
    EntityManager entities;

    /** A new tenant. */
    public Tenant add(Tenant tenant) {
        entities.persist(tenant);
        entities.flush();
        return tenant;
    }

    public Optional<Tenant> byKey(String key) {
        return entities.createQuery("select t from Tenant t where t.key = :key", Tenant.class)
                .setParameter("key", key).getResultStream().findFirst();
    }

    /** As {@link #byKey}, refused as not found if absent. */
    public Tenant get(String key) {
        return byKey(key).orElseThrow(Problem::notFound);
    }

    /** Locks the tenant's row, so that two applies follow each other. */
    public Tenant lock(TenantId id) {
        return entities.find(Tenant.class, id.value(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Tenant> all() {
        return entities.createQuery("select t from Tenant t order by t.key", Tenant.class).getResultList();
    }

    public Optional<TenantHost> host(String host) {
        return Optional.ofNullable(entities.find(TenantHost.class, host));
    }

    public List<String> hostsOf(UUID tenantId) {
        return entities.createQuery("select h.host from TenantHost h where h.tenantId = :tenant order by h.host", String.class)
                .setParameter("tenant", tenantId).getResultList();
    }

    /** The tenant as the rest of the platform sees it. */
    public TenantInfo info(Tenant tenant) {
        return tenant.info(hostsOf(tenant.id().value()));
    }

    public Optional<TenantInfo> info(TenantId id) {
        return Optional.ofNullable(entities.find(Tenant.class, id.value())).map(this::info);
    }

    /** Makes these the tenant's hosts. */
    public void replaceHosts(TenantId tenant, List<String> hosts) {
        for (String gone : hostsOf(tenant.value())) {
            if (!hosts.contains(gone)) {
                entities.remove(entities.find(TenantHost.class, gone));
            }
        }
        for (String host : hosts) {
            if (host(host).isEmpty()) {
                entities.persist(new TenantHost(host, tenant.value()));
            }
        }
    }

    public void flush() {
        entities.flush();
    }
}
