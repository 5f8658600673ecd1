package dev.pledgedesk.eventing;

import java.util.List;

/**
 * Gets events after their transaction, at least once each and roughly in order. Called inside the event's tenant, in a transaction that also
 * marks the delivery: what a subscriber writes to the database is therefore done exactly once. An exception means: try again later.
 */
public interface EventSubscriber {

    /** Stable name; deliveries that wait are kept under it. */
    String name();

    /** Whether events of this type are wanted by the tenant that one is published in. */
    boolean wants(String type);

    /** Takes one event. */
    void deliver(PublishedEvent event);

    /** Takes several events of one tenant, oldest first; overridden by who can do it in one go. */
    default void deliverAll(List<PublishedEvent> events) {
        events.forEach(this::deliver);
    }
}
