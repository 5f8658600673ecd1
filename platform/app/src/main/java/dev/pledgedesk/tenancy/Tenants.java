package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.control.ConfigJson;
import dev.pledgedesk.tenancy.control.TenantLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which tenant a host leads to, whether it is served, and which configuration it runs. Answers come from memory and are at most
 * {@link #FRESHNESS} old, so that a suspension takes effect on every node within it; changes made on this node show at once.
 */
@ApplicationScoped
public class Tenants {

    /** How old an answer may be. */
    public static final Duration FRESHNESS = Duration.ofSeconds(9);

    private record Version(TenantId tenant, int number) {
    }

    private final Cache<String, Optional<TenantInfo>> byHost = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).maximumSize(10_000).build();
    private final Cache<TenantId, TenantInfo> byId = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).maximumSize(10_000).build();
    // A version never changes once it is written.
    private final Cache<Version, TenantConfig> configs = Caffeine.newBuilder().maximumSize(500).build();

    @Inject
    TenantLookup lookup;

    @Inject
    TenantContext context;

    @Inject
    DatabaseState database;

    /** The tenant of a host name in lower case, empty if none has it. */
    public Optional<TenantInfo> byHost(String host) {
        return byHost.get(host, h -> {
            // Those who ask for the same host wait for each other: an outage must not cost one after the other the longest wait.
            database.requireAnswer();
            return lookup.byHost(h);
        });
    }

    /** A tenant by id. */
    public TenantInfo get(TenantId id) {
        return byId.get(id, i -> {
            database.requireAnswer();
            return lookup.byId(i).orElseThrow(() -> new IllegalStateException("no tenant " + i));
        });
    }

    /** All tenants by key; for the operator and for workers. */
    public List<TenantInfo> all() {
        return lookup.all();
    }

    /** The tenant of the request. */
    public TenantInfo current() {
        return get(context.tenantId());
    }

    /** The configuration that the tenant of the request runs. */
    public TenantConfig config() {
        return config(current().configVersion());
    }

    /** Texts in the first language of the tenant of the request, for what is read by nobody in particular. */
    public Messages messages() {
        return Messages.in(config().tenant().locales().get(0));
    }

    /** A version of the configuration of the tenant of the request; a record is judged by the version it was made under. */
    public TenantConfig config(int number) {
        return configs.get(new Version(context.tenantId(), number), v -> {
            database.requireAnswer();
            try {
                return ConfigJson.MAPPER.treeToValue(lookup.document(v.number()), TenantConfig.class);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("configuration " + v + " can no longer be read", unreadable);
            }
        });
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) TenantChanged change) {
        byHost.invalidateAll();
        byId.invalidate(change.tenant());
    }
}
