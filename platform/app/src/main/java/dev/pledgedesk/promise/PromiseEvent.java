package dev.pledgedesk.promise;

import dev.pledgedesk.eventing.DeskEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The time of a promise has come near, is over, or is over for so long that somebody else was told.
 *
 * @param kind        which of these
 * @param clockId     the promise's clock
 * @param subjectType kind of record that it was made about, such as {@code ticket}
 * @param subjectId   that record
 * @param target      what was promised, by its key in the configuration
 */
public record PromiseEvent(ClockEvent.Kind kind, UUID clockId, String subjectType, UUID subjectId, String target) implements DeskEvent {

    private static final String PREFIX = "promise.";
    private static final Map<ClockEvent.Kind, String> TYPES = Map.of(ClockEvent.Kind.WARN, "warned", ClockEvent.Kind.BREACH, "broken", ClockEvent.Kind.ESCALATE, "escalated");

    @Override
    public String type() {
        return PREFIX + TYPES.get(kind);
    }

    /** All types. */
    public static List<String> types() {
        return TYPES.values().stream().map(PREFIX::concat).toList();
    }
}
