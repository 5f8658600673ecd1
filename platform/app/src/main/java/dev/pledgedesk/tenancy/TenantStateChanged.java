package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/** A tenant was suspended or resumed; fired in that transaction. The reason may be null. */
public record TenantStateChanged(TenantId tenant, boolean active, String reason, String by) {
}
