package dev.pledgedesk.launcher;

import dev.pledgedesk.client.model.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sets up the demo's tenants through the interface that every operator has; an unchanged folder changes nothing. */
final class DemoTenants {

    private final Settings settings;
    private final Operator operator;

    /**
     * Prepares it.
     *
     * @param settings for the addresses
     * @param operator the running server
     */
    DemoTenants(Settings settings, Operator operator) {
        this.settings = settings;
        this.operator = operator;
    }

    /** Applies every folder; returns the tenants in the order of their keys. */
    List<ReadyFile.Tenant> apply(Path folders) throws IOException {
        var ready = new ArrayList<ReadyFile.Tenant>();
        for (TenantFolder folder : TenantFolder.all(folders)) {
            operator.call(api -> api.applyConfiguration(folder.key(), folder.files(), UUID.randomUUID().toString()));
            Tenant tenant = operator.call(api -> api.getTenant(folder.key()));
            String url = settings.url(tenant.getHosts().get(0));
            ready.add(new ReadyFile.Tenant(folder.key(), url + "/", url + "/console", List.of()));
        }
        return List.copyOf(ready);
    }
}
