package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * A tenant as the platform knows it.
 *
 * @param id            never null
 * @param key           its name in URLs and folders
 * @param active        false while suspended, and after it was closed
 * @param hosts         host names of its portal, lower case
 * @param configVersion running configuration, null before the first apply
 * @param createdAt     UTC
 * @param version       for optimistic locking
 * @param closedAt      when it has left for ever; null while it has not
 * @param certificate   signed proof of that; null likewise
 */
public record TenantInfo(TenantId id, String key, boolean active, List<String> hosts, Integer configVersion, Instant createdAt, long version, Instant closedAt,
        String certificate) {

    /** Whether it has left for ever. */
    public boolean isClosed() {
        return closedAt != null;
    }

    /** Refuses what cannot be done to one that has left. */
    public void requireOpen() {
        if (isClosed()) {
            throw Problem.of(Problem.Kind.CONFLICT, "closure.closed");
        }
    }
}
