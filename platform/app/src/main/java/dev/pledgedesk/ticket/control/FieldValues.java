package dev.pledgedesk.ticket.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the values of custom fields against their ticket type and brings them into one form. */
public final class FieldValues {

    private static final int MAX_TEXT = 500;
    private static final int MAX_LONG_TEXT = 5000;

    private final TicketType type;
    private final boolean inside;
    private final List<FieldError> errors = new ArrayList<>();

    private FieldValues(TicketType type, boolean inside) {
        this.type = type;
        this.inside = inside;
    }

    /**
     * The values to keep.
     *
     * @param current values so far, empty for a new ticket
     * @param given   new values by key; null or an empty text clears one
     * @param inside  whether the caller is staff and may set internal fields
     */
    public static Map<String, Object> merge(TicketType type, Map<String, Object> current, Map<String, Object> given, boolean inside) {
        FieldValues check = new FieldValues(type, inside);
        Map<String, Object> merged = check.mergeAll(current, given);
        if (!check.errors.isEmpty()) {
            throw Problem.unprocessable(check.errors);
        }
        return merged;
    }

    /** One value in the form in which it is kept; refused as {@link #merge} does it. */
    static Object value(Field field, String given) {
        FieldValues check = new FieldValues(null, true);
        Object value = check.value(field, (Object) given);
        if (!check.errors.isEmpty()) {
            throw Problem.unprocessable(check.errors);
        }
        return value;
    }

    private Map<String, Object> mergeAll(Map<String, Object> current, Map<String, Object> given) {
        Map<String, Object> merged = new LinkedHashMap<>(current);
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            Field field = type.fields().stream().filter(f -> f.key().equals(entry.getKey()) && (inside || !f.internal())).findFirst().orElse(null);
            if (field == null) {
                errors.add(new FieldError("/fields/" + entry.getKey(), "field.unknown-field", type.key()));
            } else if (entry.getValue() == null || "".equals(entry.getValue())) {
                merged.remove(field.key());
            } else {
                Object value = value(field, entry.getValue());
                if (value != null) {
                    merged.put(field.key(), value);
                }
            }
        }
        type.fields().stream().filter(f -> f.required() && !merged.containsKey(f.key()))
                .filter(f -> errors.stream().noneMatch(e -> e.pointer().equals("/fields/" + f.key())))
                .forEach(f -> errors.add(new FieldError("/fields/" + f.key(), "field.required")));
        return merged;
    }

    private Object value(Field field, Object raw) {
        String text = String.valueOf(raw).strip();
        String pointer = "/fields/" + field.key();
        switch (field.kind()) {
            case NUMBER:
                try {
                    return new BigDecimal(text);
                } catch (NumberFormatException notANumber) {
                    return wrong(pointer, "field.number");
                }
            case DATE:
                try {
                    return LocalDate.parse(text).toString();
                } catch (DateTimeException notADate) {
                    return wrong(pointer, "field.date");
                }
            case BOOLEAN:
                return "true".equals(text) || "on".equals(text) ? Boolean.TRUE : "false".equals(text) ? Boolean.FALSE : wrong(pointer, "field.boolean");
            case CHOICE:
                return field.choices().stream().anyMatch(c -> c.key().equals(text)) ? text : wrong(pointer, "field.choice");
            default:
                int max = field.kind() == dev.pledgedesk.tenancy.TicketSection.FieldKind.TEXT ? MAX_TEXT : MAX_LONG_TEXT;
                if (text.length() > max) {
                    return wrong(pointer, "field.too-long", max);
                }
                return field.pattern() == null || Pattern.matches(field.pattern(), text) ? text : wrong(pointer, "field.pattern");
        }
    }

    private Object wrong(String pointer, String message, Object... arguments) {
        errors.add(new FieldError(pointer, message, arguments));
        return null;
    }
}
