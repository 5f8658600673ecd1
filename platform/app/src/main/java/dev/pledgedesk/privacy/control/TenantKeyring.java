package dev.pledgedesk.privacy.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation.State;
import dev.pledgedesk.privacy.KeyVault;
import dev.pledgedesk.privacy.entity.KeyStore.TenantRow;
import dev.pledgedesk.tenancy.TenantArrived;
import dev.pledgedesk.tenancy.TenantClosed;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantEntered;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
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
    /** After a failure nobody waits for the same tenant's keys again for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 5_000;

    private record Open(TenantKeys keys, long version, Instant since) {
    }

    private final Cache<TenantId, Open> open = Caffeine.newBuilder().maximumSize(MOST_TENANTS).expireAfterWrite(LONGEST).build();
    private final Cache<TenantId, Instant> paused = Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();
    private final Set<TenantId> refreshing = ConcurrentHashMap.newKeySet();

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
        TenantId tenant = entered.tenant();
        Open known = open.getIfPresent(tenant);
        if (known == null || olderThan(known, LONGEST)) {
            try {
                load(tenant);
            } catch (Problem refused) {
                // What needs no key can be done for a tenant that was closed.
                if (refused.kind() != Problem.Kind.CONFLICT) {
                    throw refused;
                }
            }
        } else if (olderThan(known, FRESH) && !isPaused(tenant) && refreshing.add(tenant)) {
            // One asks; the others go on with what is there.
            try {
                load(tenant);
            } catch (Problem away) {
                LOG.fine("the keys in hand are used on");
            } finally {
                refreshing.remove(tenant);
            }
        }
    }

    void closed(@Observes(during = TransactionPhase.AFTER_COMPLETION) TenantClosed event) {
        open.invalidate(event.tenant());
    }

    void arrived(@Observes(during = TransactionPhase.AFTER_COMPLETION) TenantArrived event) {
        open.invalidate(event.tenant());
    }

    /** The keys of the tenant of the request; refused as unavailable while the vault does not give them. */
    public TenantKeys keys() {
        Open known = open.getIfPresent(context.tenantId());
        return (known != null && !olderThan(known, LONGEST) ? known : load(context.tenantId())).keys();
    }

    /** The keys as the key store has them now. */
    TenantKeys reloaded() {
        return load(context.tenantId()).keys();
    }

    /** The keys as the key store has them now, if they are later ones than those in hand; empty, without asking the vault, if they are the same. */
    Optional<TenantKeys> later() {
        Open known = open.getIfPresent(context.tenantId());
        boolean same = known != null && transactions.tenantKeys().filter(row -> row.version() == known.version()).isPresent();
        return same ? Optional.empty() : Optional.of(reloaded());
    }

    /** Adds a key that wraps from now on; false if a rotation is under way already. */
    public boolean rotate() {
        return replace(keys -> keys.size() == 1 ? keys.rotated() : null);
    }

    /** Drops the keys that wrap no more, if there are any. */
    void dropOld() {
        replace(keys -> keys.size() > 1 ? keys.withoutOld() : null);
    }

    /** How far a rotation is, by the keys as the store has them. */
    public State state(ToLongFunction<TenantKeys> waiting) {
        TenantKeys keys = reloaded();
        return new State(keys.size(), waiting.applyAsLong(keys));
    }

    /** Puts what is made of the stored keys into their place; false if nothing was made of them, or if somebody else has changed them meanwhile. */
    private boolean replace(UnaryOperator<TenantKeys> change) {
        TenantId tenant = context.tenantId();
        Open stored = load(tenant);
        TenantKeys changed = change.apply(stored.keys());
        if (changed == null) {
            return false;
        }
        try {
            return transactions.replaceTenantKeys(wrapped(tenant, changed, stored.version() + 1));
        } catch (KeyVault.Failure failed) {
            throw unavailable(tenant, failed);
        } finally {
            open.invalidate(tenant);
        }
    }

    private boolean olderThan(Open known, Duration age) {
        return known.since().plus(age).isBefore(clock.now());
    }

    private boolean isPaused(TenantId tenant) {
        Instant until = paused.getIfPresent(tenant);
        Instant now = clock.now();
        // A clock that was set back must not make a pause of a second last.
        return until != null && now.isBefore(until) && until.isBefore(now.plus(PAUSE.multipliedBy(2)));
    }

    private Open load(TenantId tenant) {
        if (isPaused(tenant)) {
            throw unavailable();
        }
        try {
            TenantRow row = transactions.tenantKeys().orElseGet(() -> first(tenant));
            if (row.keyset() == null) {
                open.invalidate(tenant);
                throw Problem.of(Problem.Kind.CONFLICT, "closure.closed");
            }
            if (!row.vault().equals(vault.name())) {
                throw new KeyVault.Failure("the keys of tenant " + tenant + " are in the vault \"" + row.vault() + "\", this node is told to use \"" + vault.name() + "\"", null);
            }
            TenantKeys keys = TenantKeys.open(tenant.value(), vault.unwrap(row.keyset(), TenantKeys.vaultContext(tenant.value())), row.indexKey());
            Open loaded = new Open(keys, row.version(), clock.now());
            open.put(tenant, loaded);
            return loaded;
        } catch (KeyVault.Failure | IllegalStateException failed) {
            throw unavailable(tenant, failed);
        }
    }

    private TenantRow first(TenantId tenant) {
        if (transactions.isSealed()) {
            // Somebody else may have made them since they were looked for; the mark and the keys are committed together.
            return transactions.tenantKeys().orElseThrow(() ->
                    new KeyVault.Failure("the key store has no keys of tenant " + tenant + ", whose data are sealed: restore the keys (pledgedesk restore --keys FILE)", null));
        }
        return transactions.addTenantKeys(wrapped(tenant, TenantKeys.fresh(tenant.value()), 1));
    }

    private Problem unavailable(TenantId tenant, RuntimeException failed) {
        paused.put(tenant, clock.now().plus(PAUSE));
        LOG.log(Level.WARNING, "keys are not available: {0}", failed.getMessage());
        return unavailable();
    }

    private TenantRow wrapped(TenantId tenant, TenantKeys keys, long version) {
        return new TenantRow(vault.name(), vault.wrap(keys.keyset(), TenantKeys.vaultContext(tenant.value())), keys.wrappedIndexKey(), version);
    }

    private static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "problem.keys-unavailable");
    }
}
