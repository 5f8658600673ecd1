package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/** A tenant is being closed; fired in that transaction, before anything is destroyed. */
public record TenantClosed(TenantId tenant, String reason, String by) {
}
