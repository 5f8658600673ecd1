package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/**
 * A configuration was applied; fired in the transaction that applies it.
 *
 * @param digest SHA-256 of the configuration, hex
 */
public record ConfigApplied(TenantId tenant, int version, String digest, int changes, String by) {
}
