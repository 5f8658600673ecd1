package dev.pledgedesk.sdk;

import java.time.Instant;
import java.util.Set;

/**
 * Hears of what has happened on the desk, after it was kept: at least once, in the order of each ticket's events as long as nothing fails. What fails is told
 * again later, for three days.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface DeskEventListener {

    /**
     * Something that has happened. What it was is read from the {@link Desk}, as it is by then.
     *
     * @param id     the same each time it is told
     * @param type   such as {@code ticket.created}
     * @param at     when it happened
     * @param ticket handle of the ticket it happened to
     */
    record Event(String id, String type, Instant at, String ticket) {
    }

    /**
     * What it wants to hear of; asked when the instance is made.
     *
     * @return types of events about tickets
     */
    Set<String> types();

    /**
     * Hears of an event.
     *
     * @param event that has happened
     * @throws Exception if it is to be told again
     */
    void happened(Event event) throws Exception;
}
