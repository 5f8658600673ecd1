package past;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.ReplyCheck;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketPanel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something at every extension point of SDK 1.0, using every type that a plugin of then could use. Not compiled any more: the jar of then is what counts. */
public class AllPoints implements DeskPlugin {

    public record Settings(@Setting(en = "Word", zhCn = "词", preset = "fire") String word, @Setting(en = "Key", zhCn = "密钥", optional = true) Secret key) {
    }

    static final class Panels implements TicketPanel {

        @Override
        public Panel show(Question question) {
            return new Panel(Text.same(question.ticket().number()), List.of(new Facts(List.of(new EntitlementLookup.Fact(Text.same("a"), Text.same("b")))),
                    new Table(Text.same("t"), List.of(Text.same("c")), List.of(List.of(Text.same("d")))), new Note(Text.same("n"), true),
                    new Action("act", Text.same("Act"), List.of(new Input("in", Text.same("In"), false)))));
        }
    }

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                new Contribution<>(ExtensionPoint.TICKET_CLASSIFIER, "classifier", new Text("C", "类"), Settings.class, (s, c) -> t -> t.description().contains(s.word())
                        ? new TicketClassifier.Classification(Optional.of("x"), Optional.of("high"), List.of("t"), Text.same("r")) : TicketClassifier.Classification.NONE),
                Contribution.of(ExtensionPoint.FIELD_VALIDATOR, "validator", Text.same("V"), (s, c) -> q -> q.value().isEmpty() ? new FieldValidator.Refused(Text.same("no"))
                        : q.value().length() > 3 ? new FieldValidator.Corrected(q.value().substring(0, 3)) : new FieldValidator.Accepted()),
                Contribution.of(ExtensionPoint.ENTITLEMENT_LOOKUP, "lookup", Text.same("L"), (s, c) -> t -> List.of(new EntitlementLookup.Entitlement(Text.same("w"), EntitlementLookup.State.VALID, Optional.empty(), Optional.empty(), List.of()))),
                Contribution.of(ExtensionPoint.REPLY_CHECK, "check", Text.same("R"), (s, c) -> r -> List.of(new ReplyCheck.Finding(false, Text.same(r.ticket().status())))),
                Contribution.of(ExtensionPoint.ANSWER_SUGGESTER, "suggester", Text.same("S"), (s, c) -> q -> List.of(new AnswerSuggester.Suggestion(q.language().toLanguageTag(), q.reader().name()))),
                Contribution.of(ExtensionPoint.EVENT_LISTENER, "listener", Text.same("E"), (s, c) -> new DeskEventListener() {
                    @Override
                    public Set<String> types() {
                        return Set.of("ticket.created");
                    }

                    @Override
                    public void happened(Event event) {
                        c.log().log(System.Logger.Level.INFO, event.id());
                        c.store().put("last", c.desk().ticket(event.ticket()).map(t -> t.number()).orElse("none"), c.store().get("last").map(e -> e.version()).orElse(0L));
                    }
                }),
                Contribution.of(ExtensionPoint.CONSOLE_PANEL, "console", Text.same("P"), (s, c) -> new Panels()),
                Contribution.of(ExtensionPoint.PORTAL_PANEL, "portal", Text.same("P"), (s, c) -> new Panels()));
    }
}
