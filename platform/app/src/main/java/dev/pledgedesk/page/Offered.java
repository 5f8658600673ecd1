package dev.pledgedesk.page;

import dev.pledgedesk.sdk.FieldKind;
import java.util.List;
import java.util.Locale;

/** Values that a plugin offers for a field. */
public record Offered(Locale reader, List<FieldKind.Option> options) {
}
