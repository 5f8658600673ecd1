package dev.pledgedesk.plugins.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.EntitlementLookup.Entitlement;
import dev.pledgedesk.sdk.EntitlementLookup.Fact;
import dev.pledgedesk.sdk.EntitlementLookup.State;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.ReplyCheck;
import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketClassifier.Classification;
import dev.pledgedesk.sdk.TicketDraft;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import dev.pledgedesk.sdktest.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of every plugin, held by a service behind it; what goes over the wire is what the contract of services says, and who asks is proven. */
class RemotePluginTest extends PluginContract {

    private final StandIn service = new StandIn("whsec_" + Base64.getEncoder().encodeToString(Instances.SECRET.getBytes(StandardCharsets.UTF_8)));
    private final TestContext context = service.context();

    @Override
    protected DeskPlugin plugin() {
        return new RemotePlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return Map.of("address", "https://extension.example.com/desk/", "secret", "any");
    }

    @Override
    protected TestContext context() {
        return service.context();
    }

    private <T> T made(Class<T> type, String id) {
        return Instances.make(type, Instances.offered(plugin(), id), settings(id), context);
    }

    private static TicketDraft draft(String subject) {
        return new TicketDraft("question", Optional.empty(), "phone", subject, "", List.of(new FieldValue("model", "HW")), Locale.CHINA);
    }

    @Test
    void classifiesAndMayHaveNoOpinion() throws Exception {
        TicketClassifier classifier = made(TicketClassifier.class, "classifier");
        assertThat(classifier.classify(draft("fire!"))).isEqualTo(new Classification(Optional.of("safety"), Optional.of("urgent"), List.of("fire"), new Text("It burns", "着火")));
        assertThat(classifier.classify(draft("tea"))).isEqualTo(Classification.NONE);
        assertThat(service.heard()).first().asString().contains("zh-CN").contains("HW");
    }

    @Test
    void checksFields() throws Exception {
        FieldValidator validator = made(FieldValidator.class, "validator");
        assertThat(validator.check(new FieldValidator.Question("fault", "serial", "SN1", List.of(), Locale.ENGLISH))).isEqualTo(new FieldValidator.Accepted());
        assertThat(validator.check(new FieldValidator.Question("fault", "serial", "sn1", List.of(), Locale.ENGLISH))).isEqualTo(new FieldValidator.Corrected("SN1"));
        assertThat(validator.check(new FieldValidator.Question("fault", "serial", "1", List.of(), Locale.ENGLISH))).isEqualTo(new FieldValidator.Refused(new Text("It begins with SN", "应以 SN 开头")));
    }

    @Test
    void findsEntitlementsReadsRepliesSuggestsAndIsTold() throws Exception {
        assertThat(made(EntitlementLookup.class, "entitlements").find(Tickets.ticket("Heater", Map.of()))).containsExactly(new Entitlement(new Text("Warranty", "保修"), State.VALID, Optional.of(LocalDate.of(2024, 3, 15)),
                Optional.of(LocalDate.of(2027, 3, 14)), List.of(new Fact(new Text("Model", "型号"), Text.same("HW")))));
        assertThat(made(ReplyCheck.class, "reply-check").check(new ReplyCheck.Reply(Tickets.ticket("x", Map.of("model", "HW")), "It surely comes", Locale.ENGLISH))).containsExactly(new ReplyCheck.Finding(true, new Text("A promise", "承诺")));
        assertThat(made(AnswerSuggester.class, "answers").suggest(new AnswerSuggester.Question(AnswerSuggester.Reader.STAFF, "question", "x", "y", Locale.ENGLISH)))
                .containsExactly(new AnswerSuggester.Suggestion("staff", "From 9 to 18."));
        assertThat(made(ReportSource.class, "report").tables(YearMonth.of(2026, 10))).singleElement().satisfies(t -> assertThat(t.rows().get(0).get(0).en()).isEqualTo("2026-10"));
        DeskEventListener listener = made(DeskEventListener.class, "events");
        assertThat(listener.types()).contains("ticket.created");
        listener.happened(new DeskEventListener.Event("e1", "ticket.created", Instant.EPOCH, "h"));
        assertThat(service.heard()).last().asString().contains("e1");
    }

    @Test
    void showsPanelsOfEveryKindOfBlock() throws Exception {
        TicketPanel panel = made(TicketPanel.class, "portal-panel");
        TicketPanel.Question question = new TicketPanel.Question(Tickets.ticket("x", Map.of("model", "HW")), Locale.ENGLISH);
        TicketPanel.Panel shown = panel.show(question);
        assertThat(shown.title().en()).isEqualTo("Orders of portal");
        assertThat(shown.blocks()).hasSize(4).hasExactlyElementsOfTypes(TicketPanel.Facts.class, TicketPanel.Table.class, TicketPanel.Note.class, TicketPanel.Action.class);
        assertThat(((TicketPanel.Table) shown.blocks().get(1)).rows().get(0).get(1).zhCn()).isEqualTo("杭州");
        assertThat(panel.act("resend", List.of(new FieldValue("mail", "a@example.com")), question).text().en()).isEqualTo("resend 1");
    }

    @Test
    void offersValuesOfAFieldAndChecksThem() throws Exception {
        FieldKind kind = made(FieldKind.class, "field-kind");
        assertThat(kind.options(new FieldKind.Typed("fault", "serial", "SN", Locale.ENGLISH))).containsExactly(new FieldKind.Option("SN-2", new Text("Heater", "热水器")));
        assertThat(kind.check(new FieldValidator.Question("fault", "serial", "sn1", List.of(), Locale.ENGLISH))).isEqualTo(new FieldValidator.Corrected("SN1"));
    }

    @Test
    void carriesMessagesAndBringsThemIn() throws Exception {
        NotificationChannel carrier = made(NotificationChannel.class, "carrier");
        assertThat(carrier.reach()).isEqualTo(NotificationChannel.Reach.TEXT);
        assertThat(carrier.send(new NotificationChannel.Message("i", "+8613800138000", "desk@example.com", "V", "", "hi", Optional.of("t")))).isEqualTo(new NotificationChannel.Taken("m-1"));
        assertThat(service.heard()).last().asString().contains("+8613800138000").contains("thread: t");
        assertThat(carrier.send(new NotificationChannel.Message("i", "+8613800130000", "desk@example.com", "V", "", "hi", Optional.empty()))).isEqualTo(new NotificationChannel.Refused("No such number"));
        InboundChannel inbox = made(InboundChannel.class, "inbox");
        InboundChannel.Batch batch = inbox.fetch("", 20);
        assertThat(batch.more()).isTrue();
        assertThat(batch.items().get(0)).isInstanceOfSatisfying(InboundChannel.Message.class, m -> {
            assertThat(m.trust()).isEqualTo(InboundChannel.Trust.PROVED);
            assertThat(m.threads()).containsExactly("token");
            assertThat(m.files().get(0).content()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        });
        assertThat(batch.items().get(1)).isEqualTo(new InboundChannel.Report("b", "m-1", false, "off"));
        assertThat(inbox.fetch(batch.cursor(), 20).items()).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsAFailure() {
        SelfTest test = made(SelfTest.class, "classifier");
        context.answering(call -> new Http.Reply(401, "", new byte[0]));
        assertThatThrownBy(test::test).hasMessageContaining("401");
        for (String body : List.of("[]", "{", "[".repeat(200_000), "{\"verdict\": \"perhaps\"}", "{\"verdict\": 7}", "{\"verdict\": \"refused\"}")) {
            context.answering(call -> new Http.Reply(200, "application/json", body.getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> made(FieldValidator.class, "validator").check(new FieldValidator.Question("fault", "serial", "1", List.of(), Locale.ENGLISH))).as(body.substring(0, Math.min(30, body.length()))).isInstanceOf(Exception.class);
        }
    }
}
