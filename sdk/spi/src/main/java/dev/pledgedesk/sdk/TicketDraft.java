package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket that somebody is about to file.
 *
 * @param type        key of the ticket's type
 * @param category    key that was chosen, empty if none
 * @param channel     how it comes, such as {@code portal}
 * @param subject     empty if the plugin does not get texts
 * @param description empty if the plugin does not get texts
 * @param fields      those with a value; without personal ones if the plugin does not get texts
 * @param language    of who files it
 * @since 1.0
 */
public record TicketDraft(String type, Optional<String> category, String channel, String subject, String description, List<FieldValue> fields, Locale language) {

    /** Keeps a list of its own. */
    public TicketDraft {
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
