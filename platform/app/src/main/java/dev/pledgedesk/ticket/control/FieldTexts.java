package dev.pledgedesk.ticket.control;

import dev.pledgedesk.sdk.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of fields as plugins read them. */
final class FieldTexts {

    private FieldTexts() {
    }

    /** Those with a value, without those of some keys. */
    static List<FieldValue> of(Map<String, Object> values, Set<String> without) {
        return values.entrySet().stream().filter(e -> e.getValue() != null && !"".equals(e.getValue()) && !without.contains(e.getKey())).map(e -> new FieldValue(e.getKey(), String.valueOf(e.getValue()).strip())).toList();
    }
}
