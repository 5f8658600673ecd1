package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigPlan;
import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.tenancy.control.TenantClosing;
import dev.pledgedesk.tenancy.control.TenantExport;
import dev.pledgedesk.tenancy.control.TenantOperations;
import dev.pledgedesk.tenancy.control.TenantTransfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the operator sees and does of tenants; called outside any tenant. */
@ApplicationScoped
public class TenantDesk {

    /** A configuration version in a list. */
    public record Version(int number, Instant appliedAt, String appliedBy, String digest) {
    }

    /** A file of a tenant's folder: its name within the folder and its YAML. */
    public record File(String path, String content) {
    }

    /** A difference: {@code added}, {@code removed} or {@code changed}; before and after are null where nothing stood or stands. */
    public record Change(String kind, String path, String before, String after) {
    }

    /** Something wrong in a file; lines and columns count from 1. */
    public record Trouble(String file, int line, int column, String message) {
    }

    /**
     * What applying files would do, or did.
     *
     * @param runningVersion version that ran before, null for a new tenant
     * @param appliedVersion version that runs now, null for a mere plan or if there are problems
     */
    public record Plan(Integer runningVersion, Integer appliedVersion, List<Change> changes, List<Trouble> problems) {

        public boolean valid() {
            return problems.isEmpty();
        }
    }

    @Inject
    TenantOperations operations;

    @Inject
    TenantClosing closing;

    @Inject
    TenantExport exporting;

    @Inject
    TenantTransfer transfer;

    @Inject
    Configurations configurations;

    @Inject
    TenantScope scope;

    /** All tenants by key. */
    public List<TenantInfo> all() {
        return operations.all();
    }

    /** One tenant, refused as not found if absent. */
    public TenantInfo get(String key) {
        return operations.get(key);
    }

    /** Suspends or resumes a tenant whose version the operator has read (null: any); the reason goes into the tenant's journal. */
    public TenantInfo setActive(String key, boolean active, String reason, Long expectedVersion, String by) {
        TenantInfo tenant = operations.get(key);
        return scope.call(tenant.id(), () -> operations.setActive(tenant.id(), active, reason, expectedVersion == null ? tenant.version() : expectedVersion, by));
    }

    /** Closes a suspended tenant for ever: its keys are destroyed, its hosts are free, and what is left of it can be read by nobody. Cannot be undone. */
    public TenantInfo close(String key, String confirmed, String reason, String by) {
        TenantInfo tenant = operations.get(key);
        tenant.requireOpen();
        return scope.call(tenant.id(), () -> closing.close(tenant.id(), confirmed, reason, by));
    }

    /** Every configuration version of a tenant, newest first. */
    public List<Version> versions(String key) {
        return configurations.versions(key).stream().map(v -> new Version(v.number(), v.appliedAt(), v.appliedBy(), v.digest())).toList();
    }

    /** What applying the files would do; problems are told in the plan. */
    public Plan plan(String key, List<File> files, Messages messages) {
        return plan(configurations.plan(key, files(files), messages));
    }

    /** Applies the files unless the plan has problems; refused as a conflict unless the expected version runs (0: the tenant is new, null: any). */
    public Plan apply(String key, List<File> files, Integer expectedVersion, String by, Messages messages) {
        return plan(configurations.apply(key, files(files), expectedVersion, by, messages));
    }

    /** Writes everything the tenant owns as one archive that anybody can read. */
    public void export(TenantInfo tenant, String by, OutputStream out) throws IOException {
        exporting.write(tenant, by, out);
    }

    /** The key that another platform needs to send a tenant here. */
    public String transferKey() {
        return transfer.transferKey();
    }

    /** Makes a suspended tenant ready to be written out for the platform that has given its transfer key; then that can be done. */
    public Departure depart(String key, String transferKey, String by) {
        return transfer.depart(operations.get(key), transferKey, by);
    }

    /** Takes in a tenant that another platform has written out, wholly or not at all; it is suspended then. */
    public TenantInfo arrive(String key, InputStream archive, String by) throws IOException {
        return transfer.arrive(key, archive, by);
    }

    private static List<ConfigFile> files(List<File> files) {
        return files.stream().map(f -> new ConfigFile(f.path(), f.content())).toList();
    }

    private static Plan plan(ConfigPlan plan) {
        return new Plan(plan.runningVersion(), plan.appliedVersion(),
                plan.changes().stream().map(c -> new Change(c.kind().name().toLowerCase(Locale.ROOT), c.path(), c.before(), c.after())).toList(),
                plan.problems().stream().map(t -> new Trouble(t.file(), t.line(), t.column(), t.message())).toList());
    }
}
