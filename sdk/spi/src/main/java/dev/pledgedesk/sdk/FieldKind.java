package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A kind of field of a vendor's own, such as a work of its register or a model of its range: people choose a value while they type, and what they leave is checked. Fields
 * name it as they name a {@link FieldValidator} ({@code validator: plugin-id/contribution-id}). Something else may be typed than what is offered; {@link #check} says whether it is taken.
 *
 * @since 1.2
 */
@ImplementedByPlugins
public interface FieldKind extends FieldValidator {

    /**
     * What somebody is typing.
     *
     * @param ticketType key
     * @param field      into which he types
     * @param text       so far, at most 200 characters; may be empty
     * @param language   of who types
     */
    record Typed(String ticketType, String field, String text, Locale language) {
    }

    /**
     * A value that could be meant.
     *
     * @param value as it is kept, at most 500 characters
     * @param label what is read beside it
     */
    record Option(String value, Text label) {

        private static final int LONGEST = 500;

        /** Refuses what is missing or too long. */
        public Option {
            Objects.requireNonNull(label, "label");
            if (value.isBlank() || value.length() > LONGEST) {
                throw new IllegalArgumentException("a value has 1 to " + LONGEST + " characters");
            }
        }
    }

    /**
     * Values that could be meant. Whoever fills in the form reads them, a stranger on the portal as well.
     *
     * @param typed what somebody is typing
     * @return the likeliest first; of more than twenty the first
     * @throws Exception if it cannot be told now; nothing is offered then
     */
    List<Option> options(Typed typed) throws Exception;
}
