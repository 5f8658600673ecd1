package dev.pledgedesk.console;

import dev.pledgedesk.ticket.Priority;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;

/** Reads what a form holds. */
final class Forms {

    private Forms() {
    }

    /** The text of a field without blanks around it; empty if it is not there. */
    static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** As {@link #text}, null if there is nothing in it. */
    static String orNull(MultivaluedMap<String, String> form, String name) {
        String value = text(form, name);
        return value.isEmpty() ? null : value;
    }

    /** The priority of the field of that name, null if none was chosen. */
    static Priority priority(MultivaluedMap<String, String> form) {
        return priority(text(form, "priority"));
    }

    /** The priority of a key, null if there is none. */
    static Priority priority(String key) {
        return Arrays.stream(Priority.values()).filter(p -> p.key().equals(key)).findFirst().orElse(null);
    }

    /** The version a form was made for; one that no record has if it names none. */
    static Long version(MultivaluedMap<String, String> form) {
        try {
            return Long.valueOf(text(form, "version"));
        } catch (NumberFormatException none) {
            return -1L;
        }
    }

    /** Words of a field that are parted by commas, in any of their shapes. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,，、;；]")).map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
    }
}
