package dev.pledgedesk.tenancy.entity;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts this node's connections to the database; their source is made by the server, so the count is the class's. */
public final class OpenConnections {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final AtomicInteger USED = new AtomicInteger();

    private OpenConnections() {
    }

    static void opened() {
        COUNT.incrementAndGet();
    }

    static void closed() {
        COUNT.decrementAndGet();
    }

    static void began() {
        USED.incrementAndGet();
    }

    static void ended() {
        USED.decrementAndGet();
    }

    /** How many are in a transaction now. */
    public static int used() {
        return USED.get();
    }

    /** How many are open now. */
    public static int count() {
        return COUNT.get();
    }
}
