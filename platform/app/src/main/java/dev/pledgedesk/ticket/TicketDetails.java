package dev.pledgedesk.ticket;

import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket as its caller may see it. Category, assignee, team, department and mergedInto may be null, the requester is for guests;
 * watchers and links are empty for customers.
 *
 * @param maskedFields keys of personal fields that have a value, which staff see after opening it for a purpose only
 * @param actions    what the caller may do with it now
 * @param externalId what the system that it came from calls it; null if it came from none, and for customers
 * @param emptiedAt  when its content was removed because its time was over; null if it was not
 */
public record TicketDetails(UUID id, String number, String type, String category, String subject, String status, StatusCategory statusCategory,
        String priority, String channel, Person requester, Person assignee, String team, String department, List<String> tags,
        Map<String, Object> fields, List<String> maskedFields, UUID mergedInto, List<Person> watchers, List<Link> links, int configVersion, Instant createdAt, Instant updatedAt,
        long version, Set<TicketAction> actions, String externalId, Instant emptiedAt) {

    /**
     * Somebody, by name.
     *
     * @param anonymous whether he is the tenant's nameless requester; the name is then a word for that
     */
    public record Person(UUID id, String name, boolean anonymous) {
    }

    /** A linked ticket. */
    public record Link(UUID ticketId, String number, String kind) {
    }

    public boolean may(TicketAction action) {
        return actions.contains(action);
    }
}
