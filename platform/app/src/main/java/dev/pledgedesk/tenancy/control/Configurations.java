package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.entity.ConfigVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plans and applies tenants' folders: {@link #plan} changes nothing, {@link #apply} does all or nothing, twice is as good as once. */
@ApplicationScoped
public class Configurations {

    @Inject
    ConfigReader reader;

    @Inject
    TenantOperations operations;

    @Inject
    ConfigApplier applier;

    @Inject
    TenantScope scope;

    @Inject
    @ConfigProperty(name = "pledgedesk.operator.host", defaultValue = "localhost")
    String operatorHost;

    /** What applying would do. Problems are told in the plan, never thrown. */
    public ConfigPlan plan(String tenantKey, List<ConfigFile> files, Messages messages) {
        ConfigReader.Result read = reader.read(files, messages);
        Optional<TenantInfo> running = operations.find(tenantKey);
        return plan(tenantKey, read, running, messages);
    }

    /**
     * Applies the files if nothing is wrong with them; the answer's problems tell why not.
     *
     * @param expectedVersion refuse with a conflict unless this version runs; 0 = the tenant must be new; null = any
     * @param by              who does it, for the journal
     */
    public ConfigPlan apply(String tenantKey, List<ConfigFile> files, Integer expectedVersion, String by, Messages messages) {
        ConfigReader.Result read = reader.read(files, messages);
        Optional<TenantInfo> running = operations.find(tenantKey);
        ConfigPlan plan = plan(tenantKey, read, running, messages);
        if (!plan.valid()) {
            return plan;
        }
        TenantId id = running.map(TenantInfo::id).orElseGet(() -> new TenantId(Ids.next()));
        int version = scope.call(id, () -> applier.apply(id, read, files, expectedVersion, plan.changes().size(), by));
        return plan.applied(version);
    }

    /** The files of a version of the tenant of the request, by name. */
    public Map<String, String> sources(int version) {
        return applier.sources(version);
    }

    /** Every version that was applied, newest first. */
    public List<ConfigVersion> versions(String tenantKey) {
        return scope.call(operations.get(tenantKey).id(), applier::versions);
    }

    private ConfigPlan plan(String tenantKey, ConfigReader.Result read, Optional<TenantInfo> running, Messages messages) {
        Integer version = running.map(TenantInfo::configVersion).orElse(null);
        if (!read.problems().isEmpty()) {
            return new ConfigPlan(version, null, List.of(), read.problems());
        }
        List<ConfigPlan.Trouble> problems = new ArrayList<>();
        if (!read.config().tenant().key().equals(tenantKey)) {
            problems.add(read.trouble("tenant", "/key", messages.text("config.other-key", read.config().tenant().key(), tenantKey)));
        }
        List<String> hosts = read.config().tenant().hosts();
        for (int i = 0; i < hosts.size(); i++) {
            String host = hosts.get(i);
            Optional<TenantInfo> owner = operations.ownerOf(host);
            if (host.equals(operatorHost) || owner.isPresent() && running.map(r -> !r.id().equals(owner.get().id())).orElse(true)) {
                problems.add(read.trouble("tenant", "/hosts/" + i, messages.text("config.host-taken", host)));
            }
        }
        if (!problems.isEmpty()) {
            return new ConfigPlan(version, null, List.of(), problems);
        }
        var before = version == null ? null : scope.call(running.get().id(), () -> applier.document(version));
        return new ConfigPlan(version, null, ConfigDiff.between(before, read.document()), List.of());
    }
}
