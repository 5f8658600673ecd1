package dev.pledgedesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TicketSection.Choice;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.FieldKind;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of custom fields are brought into one form or refused at their place. */
class FieldValuesTest {

    private static final LocalizedText NAME = new LocalizedText(Map.of("en", "x"));
    private static final TicketType TYPE = new TicketType("fault", NAME, null, "standard", null, null, true, List.of(
            field("model", FieldKind.TEXT, true, false, null), field("serial", FieldKind.TEXT, false, false, "[A-Z]{2}[0-9]+"),
            field("story", FieldKind.LONG_TEXT, false, false, null), field("price", FieldKind.NUMBER, false, false, null),
            field("bought", FieldKind.DATE, false, false, null), field("warranty", FieldKind.BOOLEAN, false, false, null),
            field("colour", FieldKind.CHOICE, false, false, null), field("cost", FieldKind.NUMBER, false, true, null)));

    private static Field field(String key, FieldKind kind, boolean required, boolean internal, String pattern) {
        return new Field(key, NAME, null, kind, required, internal, pattern, false, null, kind == FieldKind.CHOICE ? List.of(new Choice("red", NAME)) : null, null);
    }

    @ParameterizedTest
    @CsvSource({"model, ' K1 ', K1", "serial, AB12, AB12", "price, 12.50, 12.50", "price, 1e3, 1E+3", "bought, 2026-02-28, 2026-02-28", "warranty, on, true",
        "warranty, false, false", "colour, red, red"})
    void goodValuesAreKept(String field, String given, String kept) {
        assertThat(merge(Map.of("model", "K1"), Map.of(field, given), false).get(field)).hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource({"serial, ab12, field.pattern", "price, twelve, field.number", "bought, 2026-02-29, field.date", "bought, 29.2.2026, field.date",
        "warranty, perhaps, field.boolean", "colour, blue, field.choice", "nothing, x, field.unknown-field", "cost, 5, field.unknown-field"})
    void badValuesAreRefusedAtTheirPlace(String field, String given, String reason) {
        assertThat(errors(Map.of("model", "K1"), Map.of(field, given), false)).singleElement().satisfies(e -> {
            assertThat(e.pointer()).isEqualTo("/fields/" + field);
            assertThat(e.message()).isEqualTo(reason);
        });
    }

    @Test
    void lengthsAreBounded() {
        assertThat(errors(Map.of(), Map.of("model", "x".repeat(501)), false)).extracting(FieldError::message).containsExactly("field.too-long");
        assertThat(merge(Map.of("model", "K1"), Map.of("story", "x".repeat(5000)), false).get("story").toString()).hasSize(5000);
        assertThat(errors(Map.of("model", "K1"), Map.of("story", "x".repeat(5001)), false)).extracting(FieldError::message).containsExactly("field.too-long");
    }

    @Test
    void aRequiredFieldCannotBeLeftOutOrCleared() {
        assertThat(errors(Map.of(), Map.of(), false)).extracting(FieldError::message).containsExactly("field.required");
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("model", null);
        assertThat(errors(Map.of("model", "K1"), cleared, false)).extracting(FieldError::message).containsExactly("field.required");
        assertThat(errors(Map.of("model", "K1"), Map.of("model", ""), false)).extracting(FieldError::message).containsExactly("field.required");
    }

    @Test
    void otherFieldsAreClearedByNothing() {
        assertThat(merge(Map.of("model", "K1", "serial", "AB12"), Map.of("serial", ""), false)).isEqualTo(Map.of("model", "K1"));
    }

    @Test
    void staffSetInternalFieldsAndCustomersKeepThem() {
        assertThat(merge(Map.of("model", "K1"), Map.of("cost", "5"), true)).containsEntry("cost", new BigDecimal("5"));
        assertThat(merge(Map.of("model", "K1", "cost", 5), Map.of("serial", "AB12"), false)).containsEntry("cost", 5);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(errors(Map.of(), Map.of("price", "x", "colour", "y"), false)).hasSize(3);
    }

    private static Map<String, Object> merge(Map<String, Object> current, Map<String, Object> given, boolean inside) {
        return FieldValues.merge(TYPE, current, given, inside);
    }

    private static List<FieldError> errors(Map<String, Object> current, Map<String, Object> given, boolean inside) {
        Problem refused = catchThrowableOfType(Problem.class, () -> merge(current, given, inside));
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
        return refused.errors();
    }
}
