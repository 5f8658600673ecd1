package dev.pledgedesk.eventing;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells open pages at once what happens in their tenant, on whichever node it happened. A courtesy, not a record: what is missed while nobody listens
 * is not repeated, so a page reads its list anew whenever it has (re)connected.
 */
@ApplicationScoped
public class LiveFeed {

    /** Most listeners one tenant may have on this node. */
    public static final int MAX_SUBSCRIBERS = 500;

    private static final Logger LOG = Logger.getLogger(LiveFeed.class.getName());

    /** A place in the feed; closing it twice is as good as once. */
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    private final Map<TenantId, Set<Consumer<LiveEvent>>> subscribers = new ConcurrentHashMap<>();

    /**
     * Hands every event of a tenant to a consumer, which must be quick and must not block: it runs on the one thread that serves all.
     * Refused as unavailable when the tenant has too many listeners.
     */
    public Subscription subscribe(TenantId tenant, Consumer<LiveEvent> consumer) {
        subscribers.compute(tenant, (t, now) -> {
            Set<Consumer<LiveEvent>> set = now == null ? ConcurrentHashMap.newKeySet() : now;
            if (set.size() >= MAX_SUBSCRIBERS) {
                throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.unavailable");
            }
            set.add(consumer);
            return set;
        });
        return () -> subscribers.computeIfPresent(tenant, (t, now) -> {
            now.remove(consumer);
            return now.isEmpty() ? null : now;
        });
    }

    /** How many listeners a tenant has on this node. */
    public int subscribers(TenantId tenant) {
        return subscribers.getOrDefault(tenant, Set.of()).size();
    }

    /** Hands an event to the listeners of its tenant and to nobody else; one that fails does not keep it from the others. */
    public void tell(TenantId tenant, LiveEvent event) {
        for (Consumer<LiveEvent> consumer : subscribers.getOrDefault(tenant, Set.of())) {
            try {
                consumer.accept(event);
            } catch (RuntimeException failed) {
                LOG.log(Level.FINE, "a live listener failed", failed);
            }
        }
    }
}
