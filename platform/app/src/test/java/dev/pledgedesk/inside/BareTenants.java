package dev.pledgedesk.inside;

import dev.pledgedesk.kernel.TenantId;
import java.util.UUID;

/** Tenants that exist and have nothing yet, each test its own. */
public final class BareTenants {

    private BareTenants() {
    }

    /** A new tenant's registry row. */
    public static TenantId fresh() {
        UUID id = UUID.randomUUID();
        OwnerSql.change("insert into tenant (id, key, state, created_at, version) values (?, ?, 'active', now(), 1)", id, "t-" + id.toString().substring(0, 30));
        return new TenantId(id);
    }
}
