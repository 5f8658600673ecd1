package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/** A tenant has come from another platform, with so many rows; fired in that transaction. */
public record TenantArrived(TenantId tenant, long rows, String by) {
}
