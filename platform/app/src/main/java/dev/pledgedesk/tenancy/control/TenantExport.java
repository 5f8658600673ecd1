package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Writes everything a tenant owns into one archive that anybody can read: a file of JSON lines per table and a manifest with checksums. */
@ApplicationScoped
public class TenantExport {

    @Inject
    ExportSteps rows;

    @Inject
    TenantScope scope;

    @Inject
    DeskClock clock;

    /** Writes the archive in bounded steps; one table is read in keyset order, so that rows which were there at the start are all in it. The tenant's journal notes it first. */
    public void write(TenantInfo tenant, String by, OutputStream out) throws IOException {
        scope.run(tenant.id(), () -> rows.note(tenant.id(), by));
        try (LinesArchive archive = new LinesArchive(out, "pledgedesk-tenant-export/1", tenant, clock.now())) {
            for (String table : scope.call(tenant.id(), rows::tables)) {
                archive.add(LinesArchive.path(table), after -> scope.call(tenant.id(), () -> rows.read(table, after)));
            }
            archive.finish();
        }
    }
}
