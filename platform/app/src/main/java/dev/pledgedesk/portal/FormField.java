package dev.pledgedesk.portal;

import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A custom field as a form asks for it; the hint may be empty.
 *
 * @param offered where values are offered from while somebody types; null for nowhere
 */
public record FormField(String name, String label, String hint, String kind, boolean required, List<Option> options, String value, String offered) {

    /** An answer to choose. */
    public record Option(String value, String label) {
    }

    /** What the fields are called in the form. */
    static final String PREFIX = "fields.";

    /** The fields that customers fill in, with what was entered before. */
    static List<FormField> of(TicketType type, Map<String, String> entered, Site site, Predicate<Field> offers) {
        return type.fields().stream().filter(f -> !f.internal()).map(f -> of(f, entered.getOrDefault(PREFIX + f.key(), ""), site, offers.test(f) ? "/writing/" + type.key() + "/options/" + f.key() : null)).toList();
    }

    private static FormField of(Field field, String value, Site site, String offered) {
        List<Option> options = field.choices().stream().map(c -> new Option(c.key(), site.text(c.name()))).toList();
        return new FormField(PREFIX + field.key(), site.text(field.name()), site.text(field.hint()), field.kind().key(), field.required(), options, value, offered);
    }
}
