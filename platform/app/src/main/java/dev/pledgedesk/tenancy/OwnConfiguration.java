package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigPlan;
import dev.pledgedesk.tenancy.control.Configurations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes one file of the running configuration of the tenant of the request; the same rules hold as for the whole folder, and it becomes a version like others. */
@ApplicationScoped
public class OwnConfiguration {

    @Inject
    Configurations configurations;

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    /** The version that runs. */
    public int version() {
        return tenants.get(context.tenantId()).configVersion();
    }

    /**
     * Puts another text in a file's place; never inside a transaction.
     *
     * @param content  null to leave the file out
     * @param expected refused as stale unless this version runs; null if the caller does not mind
     * @return the version that runs now
     * @throws Problem with JSON pointers for what is wrong in the file, and file, line and column for what it makes wrong elsewhere
     */
    public int replace(String file, String content, Long expected, String by, Messages messages) {
        TenantInfo tenant = tenants.get(context.tenantId());
        int running = tenant.configVersion();
        if (expected != null && expected != running) {
            throw Problem.stale();
        }
        Map<String, String> files = new TreeMap<>(configurations.sources(running));
        files.remove(file);
        if (content != null) {
            files.put(file, content);
        }
        List<ConfigFile> all = files.entrySet().stream().map(f -> new ConfigFile(f.getKey(), f.getValue())).toList();
        ConfigPlan done = configurations.apply(tenant.key(), all, running, by, messages);
        if (!done.valid()) {
            throw Problem.unprocessable(done.problems().stream().map(t -> new FieldError(t.file().equals(file) && t.pointer() != null ? t.pointer() : t.file() + ":" + t.line() + ":" + t.column(), "literal", t.message())).toList());
        }
        return done.appliedVersion();
    }
}
