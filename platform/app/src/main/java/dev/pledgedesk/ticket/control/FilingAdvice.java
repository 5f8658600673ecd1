package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.Outcome;
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

/** Asks plugins about a ticket that is about to be filed and whose form is right; outside of transactions. */
@ApplicationScoped
public class FilingAdvice {

    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG = 50;

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
        Map<String, Object> checked = fields.checked(type, draft.fields());
        return checked == draft.fields() ? draft : draft.advised(checked, draft.advice());
    }

    /** The ticket with what classifiers think of it. */
    public NewTicket classified(NewTicket draft) {
        if (!extensions.any(ExtensionPoint.TICKET_CLASSIFIER)) {
            return draft;
        }
        TicketType type = tenants.config().ticketType(draft.type()).orElseThrow();
        List<Reply<Classification>> replies = extensions.all(ExtensionPoint.TICKET_CLASSIFIER, null, visible -> {
            TicketDraft seen = new TicketDraft(draft.type(), Optional.ofNullable(draft.category()), caller.isInside() && draft.channel() != null ? draft.channel() : "portal",
                    visible.texts() ? draft.subject() : "", visible.texts() ? draft.description() : "", FieldTexts.of(draft.fields(), visible.texts() ? Set.of() : classes.personal(type)),
                    language.messages().locale());
            return (TicketClassifier classifier) -> classifier.classify(seen);
        });
        return draft.advised(draft.fields(), replies.stream().reduce(Advice.NONE, this::plus, (a, b) -> b));
    }

    private Advice plus(Advice sofar, Reply<Classification> reply) {
        if (!(reply.outcome() instanceof Outcome.Answered<Classification> answered)) {
            return sofar;
        }
        Classification said = answered.answer();
        String category = said.category().orElse(null);
        if (category != null && tenants.config().tickets().categories().stream().noneMatch(c -> c.key().equals(category))) {
            return bad(sofar, reply, "a category that the tenant does not have");
        }
        String priority = said.priority().orElse(null);
        if (priority != null && Arrays.stream(Priority.values()).noneMatch(p -> p.key().equals(priority))) {
            return bad(sofar, reply, "a priority that there is not");
        }
        if (said.tags().size() > MOST_TAGS || said.tags().stream().anyMatch(t -> t == null || t.isBlank() || t.length() > LONGEST_TAG)) {
            return bad(sofar, reply, "tags that are too many, too long or empty");
        }
        if (category == null && priority == null && said.tags().isEmpty()) {
            return sofar;
        }
        List<String> by = new ArrayList<>(sofar.by());
        by.add(reply.from().key());
        Set<String> tags = new LinkedHashSet<>(sofar.tags());
        tags.addAll(said.tags());
        Priority own = priority == null ? null : Arrays.stream(Priority.values()).filter(p -> p.key().equals(priority)).findFirst().orElseThrow();
        return new Advice(sofar.category() == null ? category : sofar.category(), sofar.priority() == null ? own : sofar.priority(), List.copyOf(tags), by);
    }

    private Advice bad(Advice sofar, Reply<Classification> reply, String what) {
        extensions.bad(ExtensionPoint.TICKET_CLASSIFIER, reply.from(), what, null);
        return sofar;
    }
}
