package dev.pledgedesk.eventing;

import dev.pledgedesk.eventing.control.Worker;
import dev.pledgedesk.eventing.control.WorkTransactions;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether this node's background work goes on. */
@ApplicationScoped
public class BackgroundWork {

    /** After so long without a round the worker counts as dead; a round that waits for a database that is away ends long before. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

    @Inject
    Worker worker;

    @Inject
    WorkTransactions transactions;

    @Inject
    TenantScope scope;

    @Inject
    DeskClock clock;

    /**
     * What waits to be done.
     *
     * @param kind   of work
     * @param due    how many pieces should have been done by now
     * @param oldest since when the oldest of them is due, null if none is
     */
    public record Backlog(String kind, long due, Instant oldest) {
    }

    /** What waits to be done in all tenants and for all nodes, by kind; kinds of which nothing waits are there with zero. */
    public List<Backlog> backlog() {
        Map<String, Backlog> waiting = new TreeMap<>();
        worker.kinds().forEach(kind -> waiting.put(kind, new Backlog(kind, 0, null)));
        scope.platform(transactions::backlog).forEach(b -> waiting.put(b.kind(), new Backlog(b.kind(), b.due(), b.oldest())));
        return List.copyOf(waiting.values());
    }

    /** Whether a first look for due work has been made. */
    public boolean hasBegun() {
        return worker.lastRound() != null;
    }

    /** Whether looks for due work still end; true before the first, which the start waits for. */
    public boolean isAlive() {
        Instant last = worker.lastRound();
        return last == null || last.isAfter(clock.now().minus(LONGEST_ROUND));
    }
}
