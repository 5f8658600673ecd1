package dev.pledgedesk.ticket;

import java.util.List;
import java.util.Map;

/** What is to change on a ticket: null leaves a member as it is, an empty text clears it. */
public record TicketChange(String status, Priority priority, String category, String subject, String assigneeId, String team, String department,
        List<String> tags, Map<String, Object> fields) {

    /** A mere move to a status. */
    public static TicketChange toStatus(String status) {
        return new TicketChange(status, null, null, null, null, null, null, null, null);
    }

    /** Whether it is nothing but a move to a status. */
    public boolean isOnlyStatus() {
        return equals(toStatus(status));
    }
}
