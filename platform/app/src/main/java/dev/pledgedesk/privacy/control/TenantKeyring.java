package dev.pledgedesk.privacy.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation.State;
import dev.pledgedesk.privacy.KeyVault;
import dev.pledgedesk.privacy.entity.KeyStore.TenantRow;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantEntered;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the keys of tenants open for some minutes. They are fetched when work inside a tenant begins, before its first transaction, so that a slow vault holds no
 * connection; a vault that is away is not noticed while keys are fresh enough, and then answers 503 until it is back.
 */
@ApplicationScoped
public class TenantKeyring {

    private static final Logger LOG = Logger.getLogger(TenantKeyring.class.getName());
    /** From then on they are fetched again when work begins, if the vault gives them. */
    private static final Duration FRESH = Duration.ofMinutes(4);
    /** The longest that keys are used without the vault, and so the longest that old ones wrap after a rotation. */
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** After a failure nobody waits for the vault again for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 5_000;

    private record Open(TenantKeys keys, long version, Instant since) {
    }

    private final Cache<TenantId, Open> open = Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();
    private volatile Instant pausedUntil = Instant.EPOCH;

    @Inject
    KeyVault vault;

    @Inject
    KeyTransactions transactions;

    @Inject
    TenantContext context;

    @Inject
    TenantScope scope;

    @Inject
    DeskClock clock;

    /** Other nodes are given a copy of what the vault makes at the first start, so it has to be there when the first one is ready. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            scope.platform(() -> {
                vault.prepare();
                return null;
            });
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the key vault is not ready: {0}", failed.getMessage());
        }
    }

    void enter(@Observes TenantEntered entered) {
        Open known = open.getIfPresent(entered.tenant());
        if (known == null || olderThan(known, LONGEST)) {
            load(entered.tenant());
        } else if (olderThan(known, FRESH) && clock.now().isAfter(pausedUntil)) {
            try {
                load(entered.tenant());
            } catch (Problem away) {
                LOG.fine("the keys in hand are used on");
            }
        }
    }

    /** The keys of the tenant of the request; refused as unavailable while the vault does not give them. */
    public TenantKeys keys() {
        Open known = open.getIfPresent(context.tenantId());
        return known != null && !olderThan(known, LONGEST) ? known.keys() : load(context.tenantId());
    }

    /** The keys as the key store has them now, if they are others than those in hand. */
    TenantKeys reloaded() {
        return load(context.tenantId());
    }

    /** Adds a key that wraps from now on; false if a rotation is under way already. */
    public boolean rotate() {
        TenantKeys keys = reloaded();
        return keys.size() == 1 && replace(keys.rotated());
    }

    /** How far a rotation is, by the keys as the store has them. */
    public State state(ToLongFunction<TenantKeys> waiting) {
        TenantKeys keys = reloaded();
        return new State(keys.size(), waiting.applyAsLong(keys));
    }

    /** Puts other keys in the place of those at hand; false if somebody else was faster. */
    boolean replace(TenantKeys keys) {
        TenantId tenant = context.tenantId();
        long version = open.getIfPresent(tenant).version();
        boolean replaced = transactions.replaceTenantKeys(wrapped(tenant, keys, version + 1));
        load(tenant);
        return replaced;
    }

    private boolean olderThan(Open known, Duration age) {
        return known.since().plus(age).isBefore(clock.now());
    }

    private TenantKeys load(TenantId tenant) {
        Instant now = clock.now();
        if (now.isBefore(pausedUntil) && pausedUntil.isBefore(now.plus(PAUSE.multipliedBy(2)))) {
            throw unavailable();
        }
        try {
            TenantRow row = transactions.tenantKeys().orElseGet(() -> transactions.addTenantKeys(wrapped(tenant, TenantKeys.fresh(tenant.value()), 1)));
            if (row.keyset() == null) {
                throw new KeyVault.Failure("the keys of tenant " + tenant + " were destroyed", null);
            }
            if (!row.vault().equals(vault.name())) {
                throw new KeyVault.Failure("the keys of tenant " + tenant + " are in the vault \"" + row.vault() + "\", this node is told to use \"" + vault.name() + "\"", null);
            }
            TenantKeys keys = TenantKeys.open(tenant.value(), vault.unwrap(row.keyset(), TenantKeys.vaultContext(tenant.value())), row.indexKey());
            open.put(tenant, new Open(keys, row.version(), now));
            return keys;
        } catch (KeyVault.Failure | IllegalStateException failed) {
            pausedUntil = clock.now().plus(PAUSE);
            LOG.log(Level.WARNING, "keys are not available: {0}", failed.getMessage());
            throw unavailable();
        }
    }

    private TenantRow wrapped(TenantId tenant, TenantKeys keys, long version) {
        return new TenantRow(vault.name(), vault.wrap(keys.keyset(), TenantKeys.vaultContext(tenant.value())), keys.wrappedIndexKey(), version);
    }

    private static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "problem.keys-unavailable");
    }
}
