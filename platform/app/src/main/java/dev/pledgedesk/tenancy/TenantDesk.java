package dev.pledgedesk.tenancy;

import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.tenancy.control.TenantOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What the operator sees and does of tenants; called outside any tenant. */
@ApplicationScoped
public class TenantDesk {

    /** A configuration version in a list. */
    public record Version(int number, Instant appliedAt, String appliedBy, String digest) {
    }

    @Inject
    TenantOperations operations;

    @Inject
    Configurations configurations;

    @Inject
    TenantScope scope;

    /** All tenants by key. */
    public List<TenantInfo> all() {
        return operations.all();
    }

    /** One tenant, refused as not found if absent. */
    public TenantInfo get(String key) {
        return operations.get(key);
    }

    /** Suspends or resumes a tenant whose version the operator has read (null: any); the reason goes into the tenant's journal. */
    public TenantInfo setActive(String key, boolean active, String reason, Long expectedVersion, String by) {
        TenantInfo tenant = operations.get(key);
        return scope.call(tenant.id(), () -> operations.setActive(tenant.id(), active, reason, expectedVersion == null ? tenant.version() : expectedVersion, by));
    }

    /** Every configuration version of a tenant, newest first. */
    public List<Version> versions(String key) {
        return configurations.versions(key).stream().map(v -> new Version(v.number(), v.appliedAt(), v.appliedBy(), v.digest())).toList();
    }
}
