package dev.pledgedesk.ticket.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.BadAnswer;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.SdkLists;
import dev.pledgedesk.plugin.SdkTexts;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.FieldValidator.Corrected;
import dev.pledgedesk.sdk.FieldValidator.Question;
import dev.pledgedesk.sdk.FieldValidator.Refused;
import dev.pledgedesk.sdk.FieldValidator.Verdict;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has values checked by the plugins that their fields name; outside of transactions. One that does not answer is taken to have no objection (its failure is told). */
@ApplicationScoped
public class FieldPlugins {

    private static final int LONGEST_TYPED = 200;
    private static final int MOST_OPTIONS = 20;

    @Inject
    Extensions extensions;

    @Inject
    FieldClasses classes;

    @Inject
    RequestLanguage language;

    /**
     * The values to go on with.
     *
     * @param current values so far, empty for a new ticket
     * @param given   as somebody has written them; null or empty where he clears one
     * @param inside  whether he is staff
     * @throws Problem naming the fields that are refused, by the platform's own checks first
     */
    public Map<String, Object> checked(TicketType type, Map<String, Object> current, Map<String, Object> given, boolean inside) {
        List<Field> asked = type.fields().stream().filter(f -> f.validator() != null && given.get(f.key()) != null && !String.valueOf(given.get(f.key())).isBlank()).toList();
        if (asked.isEmpty()) {
            return given;
        }
        Map<String, Object> merged = FieldValues.merge(type, current, given, inside);
        Map<String, Object> checked = new LinkedHashMap<>(given);
        List<FieldError> errors = new ArrayList<>();
        for (Field field : asked) {
            verdict(type, field, merged).ifPresent(reply -> {
                if (reply.answer() != null) {
                    apply(field, reply.answer(), checked, errors);
                }
            });
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        return checked;
    }

    private Optional<Reply<Verdict>> verdict(TicketType type, Field field, Map<String, Object> given) {
        return extensions.isOn(ExtensionPoint.FIELD_KIND, field.validator()) ? verdict(ExtensionPoint.FIELD_KIND, type, field, given) : verdict(ExtensionPoint.FIELD_VALIDATOR, type, field, given);
    }

    private <T extends FieldValidator> Optional<Reply<Verdict>> verdict(ExtensionPoint<T> point, TicketType type, Field field, Map<String, Object> given) {
        return extensions.one(point, field.validator(), null, visible -> {
            var others = FieldTexts.of(given, visible.texts() ? Set.of(field.key()) : plus(classes.personal(type), field.key()));
            Question question = new Question(type.key(), field.key(), String.valueOf(given.get(field.key())).strip(), others, language.messages().locale());
            return validator -> usable(field, validator.check(question));
        });
    }

    /** Whether a plugin offers values of a field while somebody types. */
    public boolean offers(Field field) {
        return field.validator() != null && extensions.isOn(ExtensionPoint.FIELD_KIND, field.validator());
    }

    /** Values that a plugin offers; none if it does not answer. */
    public List<FieldKind.Option> options(TicketType type, Field field, String text) {
        FieldKind.Typed typed = new FieldKind.Typed(type.key(), field.key(), text.substring(0, Math.min(text.length(), LONGEST_TYPED)), language.messages().locale());
        return extensions.<FieldKind, List<FieldKind.Option>>one(ExtensionPoint.FIELD_KIND, field.validator(), null, visible -> kind -> SdkLists.first(MOST_OPTIONS, FieldKind.Option.class, kind.options(typed)))
                .map(Reply::answer).orElse(List.of());
    }

    private static Set<String> plus(Set<String> keys, String key) {
        Set<String> more = new java.util.HashSet<>(keys);
        more.add(key);
        return more;
    }

    /** A verdict whose value the field itself takes. */
    private static Verdict usable(Field field, Verdict verdict) {
        if (verdict instanceof Corrected corrected) {
            try {
                if (corrected.value().isBlank()) {
                    throw new BadAnswer("no value in place of one");
                }
                FieldValues.value(field, corrected.value());
            } catch (Problem unfit) {
                throw new BadAnswer("a value that the field " + field.key() + " does not take");
            }
        }
        return verdict;
    }

    private static void apply(Field field, Verdict verdict, Map<String, Object> checked, List<FieldError> errors) {
        if (verdict instanceof Refused refused) {
            errors.add(new FieldError("/fields/" + field.key(), "plugin.says", SdkTexts.localized(refused.reason())));
        } else if (verdict instanceof Corrected corrected) {
            checked.put(field.key(), corrected.value());
        }
    }
}
