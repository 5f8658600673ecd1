package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Checks values of the fields that name it in the tenant's configuration ({@code validator: plugin-id/contribution-id}). Called when a ticket is filed or
 * changed, after the platform's own checks; empty values are not shown to it.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface FieldValidator {

    /**
     * What is to be checked.
     *
     * @param ticketType key
     * @param field      whose value it is
     * @param value      as somebody has written it, without blanks around it
     * @param others     the other fields with a value; without personal ones if the plugin does not get texts
     * @param language   of who reads a refusal
     */
    record Question(String ticketType, String field, String value, List<FieldValue> others, Locale language) {
    }

    /** What is to become of the value. */
    sealed interface Verdict permits Accepted, Corrected, Refused {
    }

    /** It is right as it is. */
    record Accepted() implements Verdict {
    }

    /**
     * It is right in another form.
     *
     * @param value which is kept in place of what was written; must fit the field
     */
    record Corrected(String value) implements Verdict {

        /** Refuses no value. */
        public Corrected {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It is wrong; nothing is filed or changed.
     *
     * @param reason read by who has written it; what is wrong and what would be right
     */
    record Refused(Text reason) implements Verdict {

        /** Refuses no reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Checks a value.
     *
     * @param question what was written where
     * @return what is to become of it
     * @throws Exception if it cannot be told; the value is then taken as it is
     */
    Verdict check(Question question) throws Exception;
}
