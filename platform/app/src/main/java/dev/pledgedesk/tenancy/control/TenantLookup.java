package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.entity.ConfigVersions;
import dev.pledgedesk.tenancy.entity.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads tenants for {@link dev.pledgedesk.tenancy.Tenants}, which remembers the answers. */
@ApplicationScoped
@Transactional
public class TenantLookup {

    @Inject
    TenantRegistry registry;

    @Inject
    ConfigVersions versions;

    public Optional<TenantInfo> byHost(String host) {
        return registry.host(host).flatMap(h -> registry.info(new TenantId(h.tenantId())));
    }

    public Optional<TenantInfo> byId(TenantId id) {
        return registry.info(id);
    }

    public List<TenantInfo> all() {
        return registry.all().stream().map(registry::info).toList();
    }

    /** The files of a configuration version of the tenant of the request. */
    public JsonNode sources(int number) {
        return versions.find(number).orElseThrow(() -> new IllegalStateException("no configuration version " + number)).sources();
    }

    /** A configuration version of the tenant of the request. */
    public JsonNode document(int number) {
        return versions.find(number).orElseThrow(() -> new IllegalStateException("no configuration version " + number)).document();
    }
}
