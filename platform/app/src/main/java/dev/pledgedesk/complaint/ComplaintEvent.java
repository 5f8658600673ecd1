package dev.pledgedesk.complaint;

import dev.pledgedesk.eventing.DeskEvent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Something happened to a complaint.
 *
 * @param kind  what
 * @param round which time round the complaint is in
 */
public record ComplaintEvent(UUID complaintId, String number, EntryKind kind, int round) implements DeskEvent {

    private static final String PREFIX = "complaint.";

    @Override
    public String type() {
        return PREFIX + kind.key();
    }

    @Override
    public UUID subjectId() {
        return complaintId;
    }

    /** All types. */
    public static List<String> types() {
        return Arrays.stream(EntryKind.values()).map(kind -> PREFIX + kind.key()).toList();
    }
}
