package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/**
 * Work inside a tenant begins; told before its first transaction, so that whatever takes a call to somebody else, such as opening the tenant's keys, is done
 * while no connection is held. Who listens may refuse, and the work is not begun.
 */
public record TenantEntered(TenantId tenant) {
}
