package dev.pledgedesk.eventing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What this node is doing and whether it is about to stop, so that it can finish before it lets go of network and database. */
@ApplicationScoped
public class NodeActivity {

    /** The node is about to stop: whoever holds something open lets go of it now. */
    public record NodeStops() {
    }

    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean heldBack;

    /** A request or a piece of background work begins. */
    public void begin() {
        running.incrementAndGet();
    }

    /** It has ended, however. */
    public void end() {
        running.decrementAndGet();
    }

    /** How many requests and pieces of work are under way. */
    public int running() {
        return running.get();
    }

    /** Whether the node is about to stop: it still serves, but is not ready and takes no new work of its own accord. */
    public boolean isStopping() {
        return stopping;
    }

    /** Whether the node is to have no requests passed on to: it is about to stop, or was not let go yet. */
    public boolean isReady() {
        return !stopping && !heldBack;
    }

    /** Whoever runs the node has something left to do before requests may come. */
    public void holdBack(boolean until) {
        heldBack = until;
    }

    /** The node is about to stop. */
    public void stop() {
        stopping = true;
    }
}
