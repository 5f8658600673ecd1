package dev.pledgedesk.identity.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.DatabaseState;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells who a session belongs to and what he may do now. Answers are remembered for {@link #FRESHNESS}, so that revocation, disabling and a change of
 * roles take effect on every node within it.
 */
@ApplicationScoped
public class Sessions {

    /** How old an answer may be; the promise is 60 seconds. */
    public static final Duration FRESHNESS = Duration.ofSeconds(20);

    private record Key(TenantId tenant, UUID session) {
    }

    private final Cache<Key, Optional<Caller.Identity>> known = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).maximumSize(50_000).build();

    @Inject
    TenantContext context;

    @Inject
    SessionTransactions transactions;

    @Inject
    DatabaseState database;

    /** The caller of a session of the tenant of the request, empty if it ended or its subject may no longer sign in. */
    public Optional<Caller.Identity> caller(UUID session) {
        Key key = new Key(context.tenantId(), session);
        Optional<Caller.Identity> caller = known.get(key, k -> {
            database.requireAnswer();
            return transactions.caller(k.session());
        });
        if (caller.map(Caller.Identity::owes).isPresent()) {
            // Once he has done what he owes, no node shall send him back.
            known.invalidate(key);
        }
        return caller;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) SessionsEnded ended) {
        known.invalidateAll();
    }

    /** Some sessions were revoked or some subject's rights changed. */
    public record SessionsEnded() {
    }
}
