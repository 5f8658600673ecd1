package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/**
 * A form that could not be done and is shown again with what was typed.
 *
 * @param form   which form of the page it is, empty for none
 * @param values what was typed
 * @param errors what is wrong by field; what concerns the whole stands under an empty name
 * @param stale  whether the record has changed meanwhile
 */
public record FormState(String form, Map<String, String> values, Map<String, String> errors, boolean stale) {

    /** No form was sent. */
    public static final FormState NONE = new FormState("", Map.of(), Map.of(), false);

    /** A form that was refused; values are null where it has no fields. */
    static FormState refused(String form, MultivaluedMap<String, String> values, Problem problem, Messages messages) {
        return new FormState(form, values == null ? Map.of() : Forms.values(values), Forms.errors(problem, messages), problem.kind() == Problem.Kind.STALE);
    }

    public boolean is(String name) {
        return form.equals(name);
    }

    /** What was typed into a field of a form, or what stands there otherwise. */
    public String value(String name, String field, String otherwise) {
        return is(name) ? values.getOrDefault(field, "") : otherwise == null ? "" : otherwise;
    }

    /** What is wrong with a field of a form, null for nothing. */
    public String error(String name, String field) {
        return is(name) ? errors.get(field) : null;
    }

    /** What is wrong with a form as a whole, null for nothing. */
    public String problem(String name) {
        return error(name, "");
    }
}
