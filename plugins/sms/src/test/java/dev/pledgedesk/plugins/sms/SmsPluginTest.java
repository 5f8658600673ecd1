package dev.pledgedesk.plugins.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.cliftonlabs.json_simple.JsonObject;
import com.github.cliftonlabs.json_simple.Jsoner;
import com.standardwebhooks.Webhook;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.InboundChannel.Message;
import dev.pledgedesk.sdk.InboundChannel.Report;
import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.NotificationChannel.Refused;
import dev.pledgedesk.sdk.NotificationChannel.Taken;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plugin of text messages: the contract of every plugin, and what this one says to a gateway. */
class SmsPluginTest extends PluginContract {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Override
    protected DeskPlugin plugin() {
        return new SmsPlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return contribution.equals("out") ? Map.of("address", "https://sms.vendor.test/messages", "secret", "sms", "sender", "【厂商】", "check", "https://sms.vendor.test/health")
                : Map.of("address", "https://sms.vendor.test/inbox", "secret", "sms");
    }

    @Override
    protected TestContext context() {
        return answering(200, "{\"reference\": \"g-1\", \"items\": []}");
    }

    private static TestContext answering(int status, String body) {
        return new TestContext().at(Instant.now()).answering(call -> new Http.Reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    private NotificationChannel out(TestContext context) {
        return Instances.make(NotificationChannel.class, Instances.offered(plugin(), "out"), settings("out"), context);
    }

    private InboundChannel in(TestContext context) {
        return Instances.make(InboundChannel.class, Instances.offered(plugin(), "in"), settings("in"), context);
    }

    private static NotificationChannel.Message message(String text) {
        return new NotificationChannel.Message(ID, "+8613800138000", "desk@vendor.test", "厂商", "", text, Optional.empty());
    }

    @Test
    void anyLibraryOfStandardWebhooksTellsThatItIsTheDesk() throws Exception {
        TestContext context = answering(202, "{\"reference\": \"g-1\"}");
        assertThat(out(context).send(message("您的验证\"码\"\n是 {to}"))).isEqualTo(new Taken("g-1"));
        Http.Call call = context.calls().get(0);
        String body = new String(call.body(), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(call.headers().stream().collect(Collectors.toMap(Http.Header::name, h -> List.of(h.value()))), (n, v) -> true);
        new Webhook(Base64.getEncoder().encodeToString(Instances.SECRET.getBytes(StandardCharsets.UTF_8))).verify(body, headers);
        assertThat(headers.firstValue("webhook-id")).as("the same at every try").contains(ID);
        JsonObject said = (JsonObject) Jsoner.deserialize(body);
        assertThat(said).containsEntry("to", "+8613800138000").containsEntry("text", "您的验证\"码\"\n是 {to}").containsEntry("sender", "【厂商】").containsEntry("id", ID);
    }

    @Test
    void theFormOfTheBodyIsTheGateways() throws Exception {
        TestContext context = answering(200, "{\"BizId\": 77}");
        Map<String, ?> settings = Map.of("address", "https://sms.vendor.test/messages", "secret", "sms", "form", "{\"PhoneNumbers\": [{to}], \"Content\": {\"text\": {text}}}", "reference", "BizId");
        NotificationChannel out = Instances.make(NotificationChannel.class, Instances.offered(plugin(), "out"), settings, context);
        assertThat(out.send(message("hi"))).isEqualTo(new Taken("77"));
        assertThat(new String(context.calls().get(0).body(), StandardCharsets.UTF_8)).isEqualTo("{\"PhoneNumbers\": [\"+8613800138000\"], \"Content\": {\"text\": \"hi\"}}");
    }

    @Test
    void refusalsForGoodAndForNowAreToldApart() throws Exception {
        assertThat(out(answering(422, "{\"reason\": \"no such number\"}")).send(message("x"))).isEqualTo(new Refused("422 no such number"));
        for (int status : List.of(429, 500, 503, 401)) {
            assertThatThrownBy(() -> out(answering(status, "{}")).send(message("x"))).hasMessageContaining(Integer.toString(status));
        }
        assertThat(out(answering(200, "OK")).send(message("x"))).as("taken, and not sent again").isEqualTo(new Taken(""));
    }

    @Test
    void messagesAndReceiptsComeIn() throws Exception {
        TestContext context = answering(200, """
                {"items": [{"id": 1, "from": "+8613800138000", "text": "还没修好", "at": "2026-03-01T02:00:00Z"}, {"id": "2", "reference": "g-1", "arrived": false, "reason": "off"},
                           {"id": "3", "reference": "g-2", "arrived": true}], "cursor": "c&3", "more": true}""");
        InboundChannel.Batch batch = in(context).fetch("a b", 20);
        assertThat(context.calls().get(0).address()).hasToString("https://sms.vendor.test/inbox?after=a+b&limit=20");
        assertThat(batch.cursor()).isEqualTo("c&3");
        assertThat(batch.more()).isTrue();
        assertThat(batch.items().get(0)).isInstanceOfSatisfying(Message.class, m -> {
            assertThat(m.from()).isEqualTo("+8613800138000");
            assertThat(m.text()).isEqualTo("还没修好");
            assertThat(m.trust()).isEqualTo(Trust.PROVED);
        });
        assertThat(batch.items().subList(1, 3)).containsExactly(new Report("sms:2", "g-1", false, "off"), new Report("sms:3", "g-2", true, ""));
    }

    @Test
    void whatIsNoAnswerIsAFailureAndLosesNothing() {
        for (String body : List.of("[]", "{\"items\": [1]}", "<html>")) {
            assertThatThrownBy(() -> in(answering(200, body)).fetch("", 5)).as(body).isInstanceOf(java.io.IOException.class);
        }
        assertThatThrownBy(() -> in(answering(500, "{}")).fetch("", 5)).hasMessageContaining("500");
    }

    @Test
    void anOddMessageStandsInNobodysWay() throws Exception {
        InboundChannel.Batch batch = in(answering(200, "{\"items\": [{\"id\": 1, \"from\": \"\", \"text\": \"x\", \"at\": \"yesterday\"}]}")).fetch("", 5);
        assertThat(batch.items()).singleElement().isInstanceOfSatisfying(Message.class, m -> assertThat(m.from()).isEmpty());
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThat(findings(Map.of("form", "{\"to\": {to}}"))).singleElement().asString().contains("{text}");
        assertThat(findings(Map.of("form", "{to} {text}"))).singleElement().asString().contains("JSON");
        assertThatThrownBy(() -> ((SelfTest) out(answering(401, ""))).test()).hasMessageContaining("401");
    }

    private List<String> findings(Map<String, ?> more) {
        Map<String, Object> all = new java.util.HashMap<>(settings("out"));
        all.putAll(more);
        return Instances.findings(Instances.offered(plugin(), "out"), all);
    }
}
