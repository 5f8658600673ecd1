package dev.pledgedesk.ticket.boundary;

import dev.pledgedesk.api.TicketExtrasApi;
import dev.pledgedesk.api.model.Entitlement;
import dev.pledgedesk.api.model.EntitlementAnswer;
import dev.pledgedesk.api.model.EntitlementAnswers;
import dev.pledgedesk.api.model.Fact;
import dev.pledgedesk.api.model.FieldOption;
import dev.pledgedesk.api.model.FieldOptionList;
import dev.pledgedesk.api.model.NewAnswerQuestion;
import dev.pledgedesk.api.model.NewPanelAction;
import dev.pledgedesk.api.model.PanelAnswer;
import dev.pledgedesk.api.model.PanelAnswers;
import dev.pledgedesk.api.model.PanelBlock;
import dev.pledgedesk.api.model.PanelInput;
import dev.pledgedesk.api.model.PanelNote;
import dev.pledgedesk.api.model.PanelValue;
import dev.pledgedesk.api.model.Suggestion;
import dev.pledgedesk.api.model.SuggestionList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.BeginsLater;
import dev.pledgedesk.kernel.OwnTransactions;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.TicketExtras;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** What plugins have to say beside a ticket, over REST. */
@RequestScoped
public class TicketExtrasResource implements TicketExtrasApi {

    @Inject
    TicketExtras extras;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.TICKET_READ)
    public EntitlementAnswers listEntitlements(UUID ticketId) {
        Locale reader = reader();
        return new EntitlementAnswers().items(extras.entitlements(ticketId).stream().map(e -> new EntitlementAnswer().plugin(e.from().plugin()).use(e.from().use()).name(e.from().name().in(reader))
                .answered(e.found() != null).entitlements(e.found() == null ? List.of() : e.found().stream().map(f -> entitlement(f, reader)).toList())).toList());
    }

    private static Entitlement entitlement(EntitlementLookup.Entitlement e, Locale reader) {
        return new Entitlement().title(e.title().in(reader)).state(Entitlement.StateEnum.fromString(e.state().name().toLowerCase(Locale.ROOT))).from(e.from().orElse(null)).until(e.until().orElse(null))
                .facts(facts(e.facts(), reader));
    }

    private static List<Fact> facts(List<EntitlementLookup.Fact> facts, Locale reader) {
        return facts.stream().map(f -> new Fact().name(f.name().in(reader)).value(f.value().in(reader))).toList();
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public PanelAnswers listPanels(UUID ticketId) {
        Locale reader = reader();
        return new PanelAnswers().items(extras.panels(ticketId).stream().map(s -> new PanelAnswer().plugin(s.from().plugin()).use(s.from().use()).name(s.from().name().in(reader)).answered(s.panel() != null)
                .title(s.panel() == null ? null : s.panel().title().in(reader)).blocks(s.panel() == null ? List.of() : s.panel().blocks().stream().map(b -> block(b, reader)).toList())).toList());
    }

    private static PanelBlock block(TicketPanel.Block block, Locale reader) {
        if (block instanceof TicketPanel.Facts facts) {
            return new PanelBlock().kind(PanelBlock.KindEnum.FACTS).facts(facts(facts.facts(), reader));
        }
        if (block instanceof TicketPanel.Table table) {
            return new PanelBlock().kind(PanelBlock.KindEnum.TABLE).caption(table.caption().in(reader)).columns(table.columns().stream().map(c -> c.in(reader)).toList())
                    .rows(table.rows().stream().map(row -> row.stream().map(c -> c.in(reader)).toList()).toList());
        }
        if (block instanceof TicketPanel.Note note) {
            return new PanelBlock().kind(PanelBlock.KindEnum.NOTE).text(note.text().in(reader)).warning(note.warning());
        }
        TicketPanel.Action action = (TicketPanel.Action) block;
        return new PanelBlock().kind(PanelBlock.KindEnum.ACTION).action(action.id()).label(action.label().in(reader))
                .inputs(action.inputs().stream().map(i -> new PanelInput().key(i.key()).label(i.label().in(reader)).required(i.required())).toList());
    }

    @Override
    @OwnTransactions
    @Allowed(Permission.TICKET_READ)
    public PanelNote actOnPanel(UUID ticketId, NewPanelAction body, String idempotencyKey) {
        List<PanelValue> inputs = body.getInputs() == null ? List.of() : body.getInputs();
        TicketPanel.Note note = extras.act(ticketId, body.getPlugin() + "/" + body.getUse(), body.getAction(), inputs.stream().collect(Collectors.toMap(PanelValue::getKey, PanelValue::getValue, (a, b) -> b)));
        return new PanelNote().text(note.text().in(reader())).warning(note.warning());
    }

    @Override
    @Allowed(Permission.TICKET_REPLY)
    public SuggestionList listSuggestions(UUID ticketId) {
        return suggestions(extras.suggestions(ticketId));
    }

    @Override
    @BeginsLater
    @Public
    public SuggestionList suggestAnswers(NewAnswerQuestion body) {
        return suggestions(extras.suggestions(body.getType(), body.getSubject(), body.getText()));
    }

    @Override
    @Public
    public FieldOptionList listFieldOptions(String type, String field, String typed) {
        Locale reader = reader();
        return new FieldOptionList().items(extras.options(type, field, typed == null ? "" : typed).stream().map(o -> new FieldOption().value(o.value()).label(o.label().in(reader))).toList());
    }

    private static SuggestionList suggestions(List<AnswerSuggester.Suggestion> found) {
        return new SuggestionList().items(found.stream().map(s -> new Suggestion().title(s.title()).body(s.body())).toList());
    }

    private Locale reader() {
        return language.messages().locale();
    }
}
