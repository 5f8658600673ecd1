package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.TenantChanged;
import dev.pledgedesk.tenancy.entity.ConfigVersion;
import dev.pledgedesk.tenancy.entity.ConfigVersions;
import dev.pledgedesk.tenancy.entity.Tenant;
import dev.pledgedesk.tenancy.entity.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a configuration that was found good, in one transaction inside its tenant. */
@ApplicationScoped
@Transactional
public class ConfigApplier {

    @Inject
    TenantRegistry registry;

    @Inject
    ConfigVersions versions;

    @Inject
    DeskClock clock;

    @Inject
    Event<ConfigApplied> applied;

    @Inject
    Event<TenantChanged> changed;

    /** Makes the configuration the running one, unless it runs already; gives the version that runs afterwards. */
    public int apply(TenantId id, ConfigReader.Result read, List<ConfigFile> files, Integer expectedVersion, int changes, String by) {
        Tenant tenant = registry.lock(id);
        if (tenant == null) {
            tenant = registry.add(new Tenant(id.value(), read.config().tenant().key(), clock.now()));
        }
        tenant.requireOpen();
        int running = tenant.configVersion() == null ? 0 : tenant.configVersion();
        if (expectedVersion != null && expectedVersion != running) {
            throw Problem.of(Problem.Kind.CONFLICT, "config.other-version", running, expectedVersion);
        }
        String digest = digest(read.document());
        if (running > 0 && versions.find(running).orElseThrow().digest().equals(digest)) {
            return running;
        }
        int next = running + 1;
        versions.add(new ConfigVersion(id.value(), next, digest, read.document(), sources(files), clock.now(), by));
        registry.flush();
        tenant.run(next);
        registry.replaceHosts(id, read.config().tenant().hosts());
        applied.fire(new ConfigApplied(id, next, digest, changes, by));
        changed.fire(new TenantChanged(id));
        return next;
    }

    /** A version's document. */
    public JsonNode document(int number) {
        return versions.find(number).orElseThrow(Problem::notFound).document();
    }

    /** A version's files, by name. */
    public Map<String, String> sources(int number) {
        return ConfigJson.MAPPER.convertValue(versions.find(number).orElseThrow(Problem::notFound).sources(), new TypeReference<TreeMap<String, String>>() { });
    }

    /** Newest first. */
    public List<ConfigVersion> versions() {
        return versions.all();
    }

    private static ObjectNode sources(List<ConfigFile> files) {
        ObjectNode sources = ConfigJson.MAPPER.createObjectNode();
        files.forEach(file -> sources.put(file.path(), file.content()));
        return sources;
    }

    private static String digest(JsonNode document) {
        try {
            Object sorted = ConfigJson.MAPPER.treeToValue(document, Object.class);
            String canonical = ConfigJson.MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(sorted);
            return Sha256.hex(canonical);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
