package dev.pledgedesk.privacy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.privacy.entity.KeyStore;
import dev.pledgedesk.tenancy.TenantEnding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Destroys a tenant's keys with the tenant: what they sealed can be read by nobody any more, in the database and in every backup of it. */
@ApplicationScoped
public class KeyDestruction implements TenantEnding {

    @Inject
    KeyStore store;

    @Inject
    DeskClock clock;

    @Override
    public Map<String, Long> end() {
        return Map.of("tenantKeys", store.destroyTenantKeys(clock.now()), "personKeys", store.destroyPersonKeys(clock.now()));
    }
}
