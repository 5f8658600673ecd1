package dev.pledgedesk.eventing;

import dev.pledgedesk.eventing.control.Worker;
import dev.pledgedesk.kernel.DeskClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Whether this node's background work goes on. */
@ApplicationScoped
public class BackgroundWork {

    /** After so long without a round the worker counts as dead; a round that waits for a database that is away ends long before. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

    @Inject
    Worker worker;

    @Inject
    DeskClock clock;

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
