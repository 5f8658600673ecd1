package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.plugin.BadAnswer;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketClassifier.Classification;
import dev.pledgedesk.sdk.TicketDraft;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.NewTicket.Advice;
import dev.pledgedesk.ticket.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks plugins about a ticket that is about to be filed and whose form is right; outside of transactions. */
@ApplicationScoped
public class FilingAdvice {

    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG = 40;

    @Inject
    Extensions extensions;

    @Inject
    FieldPlugins fields;

    @Inject
    FieldClasses classes;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    /** The ticket with its values as validators want them; refused if one refuses. */
    public NewTicket checked(NewTicket draft) {
        TicketType type = tenants.config().ticketType(draft.type()).orElseThrow();
        Map<String, Object> checked = fields.checked(type, Map.of(), draft.fields(), caller.isInside());
        return checked == draft.fields() ? draft : draft.advised(checked, draft.advice());
    }

    /** The ticket with what classifiers think of it. */
    public NewTicket classified(NewTicket draft) {
        if (!extensions.any(ExtensionPoint.TICKET_CLASSIFIER)) {
            return draft;
        }
        TicketType type = tenants.config().ticketType(draft.type()).orElseThrow();
        Set<String> categories = tenants.config().tickets().categories().stream().map(c -> c.key()).collect(Collectors.toSet());
        List<Reply<Classification>> replies = extensions.all(ExtensionPoint.TICKET_CLASSIFIER, null, visible -> {
            TicketDraft seen = new TicketDraft(draft.type(), Optional.ofNullable(draft.category()), caller.isInside() && draft.channel() != null ? draft.channel() : "portal",
                    visible.texts() ? draft.subject() : "", visible.texts() ? draft.description() : "", FieldTexts.of(draft.fields(), visible.texts() ? Set.of() : classes.personal(type)),
                    language.messages().locale());
            return (TicketClassifier classifier) -> usable(classifier.classify(seen), categories);
        });
        return draft.advised(draft.fields(), replies.stream().reduce(Advice.NONE, this::plus, (a, b) -> b));
    }

    /** A classification whose category and priority there are, and whose tags fit. */
    private static Classification usable(Classification said, Set<String> categories) {
        if (said == null) {
            throw new BadAnswer("null");
        }
        if (said.category().isPresent() && !categories.contains(said.category().get())) {
            throw new BadAnswer("a category that the tenant does not have");
        }
        if (said.priority().isPresent() && priority(said.priority().get()).isEmpty()) {
            throw new BadAnswer("a priority that there is not");
        }
        if (said.tags().size() > MOST_TAGS || said.tags().stream().anyMatch(t -> t.isBlank() || t.length() > LONGEST_TAG || t.indexOf(',') >= 0 || t.chars().anyMatch(Character::isISOControl))) {
            throw new BadAnswer("tags that are too many or too long, or hold commas or control characters");
        }
        return said;
    }

    private static Optional<Priority> priority(String key) {
        return Arrays.stream(Priority.values()).filter(p -> p.key().equals(key)).findFirst();
    }

    private Advice plus(Advice sofar, Reply<Classification> reply) {
        Classification said = reply.answer();
        if (said == null || said.category().isEmpty() && said.priority().isEmpty() && said.tags().isEmpty()) {
            return sofar;
        }
        List<String> by = new ArrayList<>(sofar.by());
        by.add(reply.from().key());
        Set<String> tags = new LinkedHashSet<>(sofar.tags());
        tags.addAll(said.tags());
        return new Advice(sofar.category() == null ? said.category().orElse(null) : sofar.category(), sofar.priority() == null ? said.priority().flatMap(FilingAdvice::priority).orElse(null) : sofar.priority(),
                tags.stream().limit(MOST_TAGS).toList(), by);
    }
}
