package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/** A tenant's state, hosts or configuration was changed on this node. */
public record TenantChanged(TenantId tenant) {
}
