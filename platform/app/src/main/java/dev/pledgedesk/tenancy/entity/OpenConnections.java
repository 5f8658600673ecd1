package dev.pledgedesk.tenancy.entity;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts this node's connections to the database; their source is made by the server, so the count is the class's. */
public final class OpenConnections {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private OpenConnections() {
    }

    static void opened() {
        COUNT.incrementAndGet();
    }

    static void closed() {
        COUNT.decrementAndGet();
    }

    /** How many are open now. */
    public static int count() {
        return COUNT.get();
    }
}
