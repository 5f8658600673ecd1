package dev.pledgedesk.tenancy;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Primary key of a tenant-owned row: the tenant comes first in every key, so every UPDATE and DELETE names it. */
public class TenantKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID tenantId;
    private UUID id;

    /** For JPA. */
    public TenantKey() {
    }

    public TenantKey(UUID tenantId, UUID id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantKey key && Objects.equals(tenantId, key.tenantId) && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, id);
    }
}
