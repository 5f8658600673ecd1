package dev.pledgedesk.tenancy;

import java.util.Map;

/** Implemented by whoever keeps something that ends with a tenant: destroys it as a part of the transaction that closes the tenant, in the tenant's scope. */
public interface TenantEnding {

    /** Destroys it; gives how much of what, for the certificate. */
    Map<String, Long> end();
}
