package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.SdkLists;
import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.AnswerSuggester.Question;
import dev.pledgedesk.sdk.AnswerSuggester.Reader;
import dev.pledgedesk.sdk.AnswerSuggester.Suggestion;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.EntitlementLookup.Entitlement;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdk.TicketPanel.Action;
import dev.pledgedesk.sdk.TicketPanel.Note;
import dev.pledgedesk.sdk.TicketPanel.Panel;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.control.FieldPlugins;
import dev.pledgedesk.ticket.control.Snapshots;
import dev.pledgedesk.ticket.control.Snapshots.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the tenant's plugins have to say beside a ticket: entitlements, panels, suggested answers. Asked when somebody looks; never a part of a transaction. */
@ApplicationScoped
public class TicketExtras {

    private static final int MOST_SUGGESTIONS = 5;
    private static final int LONGEST_INPUT = 2_000;
    private static final int MOST_ANSWERS = 20;
    private static final int LONGEST_QUESTION = 4_000;

    /**
     * What one plugin has found.
     *
     * @param found null if it does not answer now
     */
    public record Entitlements(ExtensionRef from, List<Entitlement> found) {
    }

    /**
     * What one plugin shows.
     *
     * @param panel null if it does not answer now
     */
    public record Shown(ExtensionRef from, Panel panel) {
    }

    @Inject
    Extensions extensions;

    @Inject
    FieldPlugins fieldPlugins;

    @Inject
    Snapshots snapshots;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    /** Whether any plugin shows something beside tickets to the caller. */
    public boolean any() {
        return extensions.any(panelPoint()) || caller.isInside() && extensions.any(ExtensionPoint.ENTITLEMENT_LOOKUP);
    }

    /** What the customer is entitled to; for staff. */
    public List<Entitlements> entitlements(UUID ticketId) {
        caller.require(Permission.TICKET_READ);
        requireInside();
        Facts facts = snapshots.visible(ticketId);
        return extensions.<EntitlementLookup, List<Entitlement>>all(ExtensionPoint.ENTITLEMENT_LOOKUP, ticketId, visible -> {
            var ticket = facts.seenBy(visible);
            return lookup -> SdkLists.first(MOST_ANSWERS, Entitlement.class, lookup.find(ticket));
        }).stream().map(r -> new Entitlements(r.from(), r.answer())).filter(e -> e.found() == null || !e.found().isEmpty()).toList();
    }

    /** Panels of the caller's side of the desk. */
    public List<Shown> panels(UUID ticketId) {
        caller.require(Permission.TICKET_READ);
        Facts facts = snapshots.visible(ticketId);
        Locale reader = language.messages().locale();
        return extensions.<TicketPanel, Panel>all(panelPoint(), ticketId, visible -> {
            var question = new TicketPanel.Question(facts.seenBy(visible), reader);
            return panel -> panel.show(question);
        }).stream().map(r -> new Shown(r.from(), r.answer())).filter(s -> s.panel() == null || !s.panel().blocks().isEmpty()).toList();
    }

    /**
     * Presses a button of a panel; gives what the plugin says to it.
     *
     * @param extension {@code plugin/use}
     */
    public Note act(UUID ticketId, String extension, String action, Map<String, String> inputs) {
        caller.require(caller.isInside() ? Permission.TICKET_WRITE : Permission.TICKET_READ);
        Facts facts = snapshots.visible(ticketId);
        Locale reader = language.messages().locale();
        Reply<Panel> shown = extensions.<TicketPanel, Panel>one(panelPoint(), extension, ticketId, visible -> {
            var question = new TicketPanel.Question(facts.seenBy(visible), reader);
            return panel -> panel.show(question);
        }).orElseThrow(Problem::notFound);
        // Only what the panel offers at this moment.
        Panel panel = shown.answer();
        if (panel == null) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "plugin.no-answer");
        }
        Action offered = panel.blocks().stream().filter(Action.class::isInstance).map(Action.class::cast).filter(a -> a.id().equals(action)).findFirst()
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/action", "field.unknown-key", action)));
        offered.inputs().stream().filter(i -> inputs.getOrDefault(i.key(), "").length() > LONGEST_INPUT).findFirst().ifPresent(i -> {
            throw Problem.unprocessable(new FieldError("/inputs/" + i.key(), "field.too-long", LONGEST_INPUT));
        });
        List<FieldError> missing = offered.inputs().stream().filter(i -> i.required() && inputs.getOrDefault(i.key(), "").isBlank()).map(i -> new FieldError("/inputs/" + i.key(), "field.required")).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(missing);
        }
        List<FieldValue> given = offered.inputs().stream().filter(i -> inputs.containsKey(i.key())).map(i -> new FieldValue(i.key(), inputs.get(i.key()).strip())).toList();
        Reply<Note> done = extensions.<TicketPanel, Note>one(panelPoint(), extension, ticketId, visible -> {
            var question = new TicketPanel.Question(facts.seenBy(visible), reader);
            return p -> p.act(action, given, question);
        }).orElseThrow(Problem::notFound);
        Note said = done.answer();
        if (said == null) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "plugin.no-answer");
        }
        return said;
    }

    /** Answers that plugins suggest to what the customer said last; for staff. */
    public List<Suggestion> suggestions(UUID ticketId) {
        caller.require(Permission.TICKET_REPLY);
        requireInside();
        Facts facts = snapshots.visible(ticketId);
        return snapshots.asked(ticketId).map(asked -> suggested(new Question(Reader.STAFF, facts.type(), facts.subject(), cut(asked), facts.language()), ticketId)).orElse(List.of());
    }

    /** Answers that plugins suggest to somebody who is about to file a ticket. */
    public List<Suggestion> suggestions(String type, String subject, String text) {
        tenants.config().ticketType(type).filter(t -> t.portal() || caller.isInside()).orElseThrow(() -> Problem.unprocessable(new FieldError("/type", "field.unknown-key", type)));
        return suggested(new Question(Reader.CUSTOMER, type, cut(subject), cut(text), language.messages().locale()), null);
    }

    /** Whether a plugin offers values of a field while somebody types. */
    public boolean offers(TicketSection.Field field) {
        return fieldPlugins.offers(field);
    }

    /** Values that a plugin offers to somebody who fills in a field; fields that he does not see are not found. */
    public List<FieldKind.Option> options(String type, String field, String typed) {
        TicketSection.TicketType of = tenants.config().ticketType(type).filter(t -> t.portal() || caller.isInside()).orElseThrow(Problem::notFound);
        TicketSection.Field into = of.fields().stream().filter(f -> f.key().equals(field) && (!f.internal() || caller.isInside()) && offers(f)).findFirst().orElseThrow(Problem::notFound);
        return fieldPlugins.options(of, into, typed.strip());
    }

    /** Whether there is anybody to suggest answers. */
    public boolean anySuggester() {
        return extensions.any(ExtensionPoint.ANSWER_SUGGESTER);
    }

    private List<Suggestion> suggested(Question question, UUID subject) {
        List<Suggestion> all = new ArrayList<>();
        extensions.<AnswerSuggester, List<Suggestion>>all(ExtensionPoint.ANSWER_SUGGESTER, subject, visible -> visible.texts() ? s -> SdkLists.first(MOST_SUGGESTIONS, Suggestion.class, s.suggest(question))
                // A suggester that gets no texts has nothing to go by.
                : s -> List.<Suggestion>of()).forEach(r -> {
                    List<Suggestion> own = r.answer();
                    if (own != null) {
                        all.addAll(own);
                    }
                });
        return all.stream().limit(MOST_SUGGESTIONS).toList();
    }

    private ExtensionPoint<TicketPanel> panelPoint() {
        return caller.isInside() ? ExtensionPoint.CONSOLE_PANEL : ExtensionPoint.PORTAL_PANEL;
    }

    private void requireInside() {
        if (!caller.isInside()) {
            throw Problem.denied();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_QUESTION, text.length()));
    }
}
