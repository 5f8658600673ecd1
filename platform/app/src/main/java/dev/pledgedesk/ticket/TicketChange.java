package dev.pledgedesk.ticket;

import java.util.List;
import java.util.Map;

/** What is to change on a ticket: null leaves a member as it is, an empty text clears it. */
public record TicketChange(String status, Priority priority, String category, String subject, String assigneeId, String team, String department,
        List<String> tags, Map<String, Object> fields) {

    /** The same with other values of fields. */
    public TicketChange withFields(Map<String, Object> other) {
        return new TicketChange(status, priority, category, subject, assigneeId, team, department, tags, other);
    }

    /** A mere move to a status. */
    public static TicketChange toStatus(String status) {
        return new TicketChange(status, null, null, null, null, null, null, null, null);
    }

    /** Whether it is nothing but a move to a status. */
    public boolean isOnlyStatus() {
        return equals(toStatus(status));
    }
}
