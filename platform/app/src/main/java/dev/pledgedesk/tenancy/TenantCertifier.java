package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;
import java.time.Instant;
import java.util.Map;

/** Implemented where the platform's signing key is: signs that a tenant was closed. */
public interface TenantCertifier {

    /**
     * Signs.
     *
     * @param destroyed how much of what
     * @return a JWT that the platform's public key verifies
     */
    String certify(TenantId tenant, String key, Instant closedAt, Map<String, Long> destroyed);
}
