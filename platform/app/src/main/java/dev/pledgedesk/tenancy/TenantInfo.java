package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * A tenant as the platform knows it.
 *
 * @param id            never null
 * @param key           its name in URLs and folders
 * @param active        false while suspended
 * @param hosts         host names of its portal, lower case
 * @param configVersion running configuration, null before the first apply
 * @param createdAt     UTC
 * @param version       for optimistic locking
 */
public record TenantInfo(TenantId id, String key, boolean active, List<String> hosts, Integer configVersion, Instant createdAt, long version) {
}
