package dev.pledgedesk.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sets up the demo's tenants through the interface that every operator has; an unchanged folder changes nothing. */
final class DemoTenants {

    private final Settings settings;
    private final Progress progress;
    private final Operator operator;
    private final DemoSeed seed;

    /**
     * Prepares it.
     *
     * @param settings for the addresses
     * @param progress tells how far it is
     * @param token    the operator's
     */
    DemoTenants(Settings settings, Progress progress, String token) {
        this.settings = settings;
        this.progress = progress;
        this.operator = Operator.of(URI.create(settings.baseUrl()), token);
        this.seed = new DemoSeed(settings, token);
    }

    /** Applies every folder and, at the first start, fills it with accounts and tickets; returns the tenants in the order of their keys. */
    List<ReadyFile.Tenant> apply(Path folders) throws Exception {
        List<DemoSeed.Plot> plots = progress.step("Demo tenants", () -> configure(folders));
        var needed = new ArrayList<DemoSeed.Plot>();
        for (DemoSeed.Plot plot : plots) {
            if (seed.isNeeded(plot)) {
                needed.add(plot);
            }
        }
        if (!needed.isEmpty()) {
            progress.step("Demo accounts and tickets", () -> seed.sow(needed));
        }
        return plots.stream().map(this::ready).toList();
    }

    private List<DemoSeed.Plot> configure(Path folders) throws IOException {
        var plots = new ArrayList<DemoSeed.Plot>();
        for (TenantFolder folder : TenantFolder.all(folders)) {
            DemoData data = DemoData.read(folder);
            operator.call(api -> api.applyConfiguration(folder.key(), folder.files(), UUID.randomUUID().toString()));
            plots.add(new DemoSeed.Plot(operator.call(api -> api.getTenant(folder.key())), data));
        }
        return plots;
    }

    private ReadyFile.Tenant ready(DemoSeed.Plot plot) {
        String url = settings.url(plot.tenant().getHosts().get(0));
        return new ReadyFile.Tenant(plot.data().tenant(), url + "/", url + "/console", plot.data().shown());
    }
}
