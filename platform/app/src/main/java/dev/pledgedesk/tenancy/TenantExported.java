package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;

/**
 * Everything of a tenant is about to be written into an archive; fired in its scope.
 *
 * @param transferKey what the key of the platform is called that the archive is locked for; null for one that anybody can read
 */
public record TenantExported(TenantId tenant, String transferKey, String by) {
}
