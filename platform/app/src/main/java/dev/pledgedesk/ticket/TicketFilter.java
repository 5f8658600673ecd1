package dev.pledgedesk.ticket;

import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import java.util.List;
import java.util.UUID;

/**
 * Which tickets a list shows. Null means: any.
 *
 * @param words      text to search for
 * @param categories status categories, empty for any
 * @param unassigned only tickets of nobody; {@code assignee} is then null
 * @param order      null for newest first
 */
public record TicketFilter(String words, String status, List<StatusCategory> categories, String type, String category, Priority priority, String team,
        String department, UUID assignee, boolean unassigned, UUID requester, String tag, String externalId, Order order) {

    /** Orders of the list. */
    public enum Order {
        NEWEST, OLDEST, LAST_UPDATED, FIRST_UPDATED;

        public boolean byUpdate() {
            return this == LAST_UPDATED || this == FIRST_UPDATED;
        }

        public boolean descending() {
            return this == NEWEST || this == LAST_UPDATED;
        }
    }

    public TicketFilter {
        categories = categories == null ? List.of() : List.copyOf(categories);
        order = order == null ? Order.NEWEST : order;
        words = words == null || words.isBlank() ? null : words.strip();
    }

    /** Every ticket of the caller's, in an order. */
    public static TicketFilter all(Order order) {
        return new TicketFilter(null, null, List.of(), null, null, null, null, null, null, false, null, null, null, order);
    }

    /** The same filter without words, newest first. */
    public TicketFilter withoutWords() {
        return new TicketFilter(null, status, categories, type, category, priority, team, department, assignee, unassigned, requester, tag, externalId,
                Order.NEWEST);
    }

    /** The same filter for one requester only. */
    public TicketFilter ofRequester(UUID id) {
        return new TicketFilter(words, status, categories, type, category, priority, team, department, assignee, unassigned, id, tag, externalId, order);
    }

    /** The same filter for another tag. */
    public TicketFilter withTag(String other) {
        return new TicketFilter(words, status, categories, type, category, priority, team, department, assignee, unassigned, requester, other, externalId, order);
    }
}
