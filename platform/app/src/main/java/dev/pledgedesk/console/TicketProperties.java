package dev.pledgedesk.console;

import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a ticket as one form, merged field by field: each field carries what stood in it when the form was made, so that two people who
 * change different fields do not meet, and nobody puts back what he never touched.
 *
 * @param changed what was changed on the form, by field
 * @param meeting those of them that somebody else has meanwhile changed to something different
 */
record TicketProperties(Map<String, String> now, Map<String, String> changed, List<String> meeting) {

    /** Prefix of the hidden field that holds what stood in a field. */
    private static final String WAS = "was.";
    private static final String FIELD = "field.";

    /** The values of a ticket by field of the form; {@code known} holds those of custom fields. */
    static Map<String, String> values(TicketDetails t, Map<String, Object> known, List<TicketSection.Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("status", t.status());
        values.put("assignee", t.assignee() == null ? "" : t.assignee().id().toString());
        values.put("team", text(t.team()));
        values.put("department", text(t.department()));
        values.put("priority", t.priority());
        values.put("category", text(t.category()));
        values.put("tags", String.join(", ", t.tags()));
        values.put("subject", t.subject());
        fields.forEach(f -> values.put(FIELD + f.key(), text(known.get(f.key()))));
        return values;
    }

    /** What a form that was sent changes of a ticket. */
    static TicketProperties sent(MultivaluedMap<String, String> form, TicketDetails ticket, List<TicketSection.Field> fields) {
        Map<String, String> now = values(ticket, ticket.fields(), fields);
        Map<String, String> changed = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            if (form.containsKey(name)) {
                String typed = name.equals("tags") ? String.join(", ", Forms.list(Forms.text(form, name))) : Forms.text(form, name);
                if (!typed.equals(was(form, name, value))) {
                    changed.put(name, typed);
                }
            }
        });
        List<String> meeting = changed.keySet().stream().filter(name -> !now.get(name).equals(was(form, name, now.get(name))))
                .filter(name -> !now.get(name).equals(changed.get(name)))
                // What stands in these now is not known here; they are for whoever has opened them.
                .filter(name -> !name.startsWith(FIELD) || !ticket.maskedFields().contains(name.substring(FIELD.length()))).toList();
        return new TicketProperties(now, changed, meeting);
    }

    private static String was(MultivaluedMap<String, String> form, String name, String otherwise) {
        return form.containsKey(WAS + name) ? Forms.text(form, WAS + name) : otherwise;
    }

    /** What to show again: what was changed here, and what stands now in all other fields. */
    Map<String, String> merged() {
        Map<String, String> merged = new LinkedHashMap<>(now);
        merged.putAll(changed);
        return merged;
    }

    TicketChange change() {
        Map<String, Object> fields = new LinkedHashMap<>();
        changed.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
            }
        });
        return new TicketChange(changed.get("status"), Forms.priority(changed.getOrDefault("priority", "")), changed.get("category"), changed.get("subject"),
                changed.get("assignee"), changed.get("team"), changed.get("department"), changed.containsKey("tags") ? Forms.list(changed.get("tags")) : null,
                fields.isEmpty() ? null : fields);
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof Number ? new BigDecimal(value.toString()).toPlainString() : value.toString();
    }
}
