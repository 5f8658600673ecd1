package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantChanged;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantStateChanged;
import dev.pledgedesk.tenancy.entity.Tenant;
import dev.pledgedesk.tenancy.entity.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What the operator does with tenants; reads work in any scope, changing the state works inside the tenant, whose journal tells it. */
@ApplicationScoped
@Transactional
public class TenantOperations {

    @Inject
    TenantRegistry registry;

    @Inject
    Event<TenantStateChanged> stateChanged;

    @Inject
    Event<TenantChanged> changed;

    @Inject
    DeskClock clock;

    public Optional<TenantInfo> find(String key) {
        return registry.byKey(key).map(registry::info);
    }

    public Optional<TenantInfo> find(TenantId id) {
        return registry.info(id);
    }

    /** As {@link #find}, refused as not found if absent. */
    public TenantInfo get(String key) {
        return registry.info(registry.get(key));
    }

    public List<TenantInfo> all() {
        return registry.all().stream().map(registry::info).toList();
    }

    /** Who has a host name. */
    public Optional<TenantInfo> ownerOf(String host) {
        return registry.host(host).flatMap(h -> registry.info(new TenantId(h.tenantId())));
    }

    /** Suspends or resumes the tenant whose scope is open. */
    public TenantInfo setActive(TenantId id, boolean active, String reason, long expectedVersion, String by) {
        Tenant tenant = registry.lock(id);
        if (tenant == null) {
            throw Problem.notFound();
        }
        tenant.requireVersion(expectedVersion);
        if (active) {
            tenant.resume();
        } else {
            tenant.suspend(clock.now());
        }
        registry.flush();
        stateChanged.fire(new TenantStateChanged(id, active, reason, by));
        changed.fire(new TenantChanged(id));
        return registry.info(tenant);
    }
}
