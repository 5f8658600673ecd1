package dev.pledgedesk.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as it was when the plugin was called, or when it asked.
 *
 * @param handle    opaque, for {@link Desk}; may be kept
 * @param number    what people call it
 * @param type      key of the ticket's type in the tenant's configuration
 * @param category  key, empty if none
 * @param priority  {@code low}, {@code normal}, {@code high} or {@code urgent}
 * @param channel   how it came, such as {@code portal}
 * @param status    key in its workflow
 * @param closed    whether nothing is to be done about it any more
 * @param subject   empty if the plugin does not get texts
 * @param createdAt when it was filed
 * @param fields    those with a value; without personal ones if the plugin does not get texts
 * @since 1.0
 */
public record TicketSnapshot(String handle, String number, String type, Optional<String> category, String priority, String channel, String status, boolean closed, String subject,
        Instant createdAt, List<FieldValue> fields) {

    /** Keeps a list of its own. */
    public TicketSnapshot {
        fields = List.copyOf(fields);
    }

    /**
     * The value of a field.
     *
     * @param key of the field
     * @return empty if it has none
     */
    public Optional<String> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).map(FieldValue::value).findFirst();
    }
}
