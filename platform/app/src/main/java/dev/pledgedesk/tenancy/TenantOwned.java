package dev.pledgedesk.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A row that belongs to a tenant. The tenant is stamped by the repository that stores it and never changes. */
@MappedSuperclass
@IdClass(TenantKey.class)
public abstract class TenantOwned {

    @Id
    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Id
    @Column(updatable = false)
    private UUID id;

    /** For JPA. */
    protected TenantOwned() {
    }

    protected TenantOwned(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    void stamp(UUID tenant) {
        if (tenantId != null && !tenantId.equals(tenant)) {
            throw new IllegalStateException("a row stays with its tenant");
        }
        tenantId = tenant;
    }
}
