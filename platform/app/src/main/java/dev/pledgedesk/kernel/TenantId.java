package dev.pledgedesk.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a tenant.
 *
 * @param value never null
 */
public record TenantId(UUID value) {

    public TenantId {
        Objects.requireNonNull(value, "tenant id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
