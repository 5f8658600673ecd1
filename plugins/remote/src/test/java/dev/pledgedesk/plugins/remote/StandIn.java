package dev.pledgedesk.plugins.remote;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.pledgedesk.extension.model.Bilingual;
import dev.pledgedesk.extension.model.Carried;
import dev.pledgedesk.extension.model.Classification;
import dev.pledgedesk.extension.model.Entitlement;
import dev.pledgedesk.extension.model.Entitlements;
import dev.pledgedesk.extension.model.Fact;
import dev.pledgedesk.extension.model.FetchQuestion;
import dev.pledgedesk.extension.model.Fetched;
import dev.pledgedesk.extension.model.FetchedFile;
import dev.pledgedesk.extension.model.FetchedItem;
import dev.pledgedesk.extension.model.FieldOption;
import dev.pledgedesk.extension.model.FieldQuestion;
import dev.pledgedesk.extension.model.Finding;
import dev.pledgedesk.extension.model.Findings;
import dev.pledgedesk.extension.model.HappenedEvent;
import dev.pledgedesk.extension.model.Options;
import dev.pledgedesk.extension.model.OptionsQuestion;
import dev.pledgedesk.extension.model.OutgoingMessage;
import dev.pledgedesk.extension.model.Panel;
import dev.pledgedesk.extension.model.PanelAction;
import dev.pledgedesk.extension.model.PanelBlock;
import dev.pledgedesk.extension.model.PanelInput;
import dev.pledgedesk.extension.model.PanelNote;
import dev.pledgedesk.extension.model.PanelQuestion;
import dev.pledgedesk.extension.model.Ping;
import dev.pledgedesk.extension.model.Reach;
import dev.pledgedesk.extension.model.ReplyQuestion;
import dev.pledgedesk.extension.model.ReportQuestion;
import dev.pledgedesk.extension.model.ReportTable;
import dev.pledgedesk.extension.model.ReportTables;
import dev.pledgedesk.extension.model.Suggestion;
import dev.pledgedesk.extension.model.SuggestionQuestion;
import dev.pledgedesk.extension.model.Suggestions;
import dev.pledgedesk.extension.model.TicketDraft;
import dev.pledgedesk.extension.model.TicketQuestion;
import dev.pledgedesk.extension.model.Verdict;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdktest.TestContext;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A vendor's service. It knows the contract and refuses whatever is not in it; whose calls are not signed, it does not answer. */
final class StandIn {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private final String secret;
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    StandIn(String secret) {
        this.secret = secret;
    }

    /** A context whose calls it answers. */
    TestContext context() {
        // Signatures are good for some minutes.
        return new TestContext().at(Instant.now()).answering(this::answer);
    }

    /** What it was asked. */
    List<Object> heard() {
        return List.copyOf(heard);
    }

    private Http.Reply answer(Http.Call call) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(call.headers().stream().collect(Collectors.toMap(Http.Header::name, h -> List.of(h.value()))), (name, value) -> true));
        } catch (WebhookVerificationException forged) {
            return new Http.Reply(401, "", new byte[0]);
        }
        try {
            Object answer = answer(call.address().getPath(), body);
            return answer == null ? new Http.Reply(204, "", new byte[0]) : new Http.Reply(200, "application/json", JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException outsideTheContract) {
            return new Http.Reply(400, "text/plain", outsideTheContract.getMessage().getBytes(StandardCharsets.UTF_8));
        }
    }

    private <T> T hear(String body, Class<T> type) throws JsonProcessingException {
        T question = JSON.readValue(body, type);
        heard.add(question);
        return question;
    }

    private Object answer(String path, String body) throws JsonProcessingException {
        switch (path) {
            case "/desk/ping":
                hear(body, Ping.class);
                return null;
            case "/desk/classify":
                return hear(body, TicketDraft.class).getSubject().contains("fire") ? new Classification().category("safety").priority(Classification.PriorityEnum.URGENT).addTagsItem("fire").reason(both("It burns", "着火")) : Map.of();
            case "/desk/validate":
                String value = hear(body, FieldQuestion.class).getValue();
                return value.startsWith("SN") ? new Verdict().verdict(Verdict.VerdictEnum.ACCEPTED) : value.startsWith("sn") ? new Verdict().verdict(Verdict.VerdictEnum.CORRECTED).value(value.toUpperCase(java.util.Locale.ROOT))
                        : new Verdict().verdict(Verdict.VerdictEnum.REFUSED).reason(both("It begins with SN", "应以 SN 开头"));
            case "/desk/options":
                return new Options().addOptionsItem(new FieldOption().value("SN-" + hear(body, OptionsQuestion.class).getTyped().length()).label(both("Heater", "热水器")));
            case "/desk/entitlements":
                hear(body, TicketQuestion.class);
                return new Entitlements().addEntitlementsItem(new Entitlement().title(both("Warranty", "保修")).state(Entitlement.StateEnum.VALID).from(LocalDate.of(2024, 3, 15)).until(LocalDate.of(2027, 3, 14))
                        .addFactsItem(new Fact().name(both("Model", "型号")).value(both("HW", "HW"))));
            case "/desk/check-reply":
                return hear(body, ReplyQuestion.class).getBody().contains("surely") ? new Findings().addFindingsItem(new Finding().stops(true).text(both("A promise", "承诺"))) : new Findings().findings(List.of());
            case "/desk/suggest":
                return new Suggestions().addSuggestionsItem(new Suggestion().title(hear(body, SuggestionQuestion.class).getReader().toString()).body("From 9 to 18."));
            case "/desk/happened":
                hear(body, HappenedEvent.class);
                return null;
            case "/desk/report":
                return new ReportTables().addTablesItem(new ReportTable().caption(both("Stock", "库存")).columns(List.of(both("Part", "配件"))).rows(List.of(List.of(both(hear(body, ReportQuestion.class).getMonth(), "阀")))));
            case "/desk/carry":
                return hear(body, OutgoingMessage.class).getTo().endsWith("0000") ? new Carried().taken(false).reason("No such number") : new Carried().taken(true).reference("m-1");
            case "/desk/fetch":
                return fetched(hear(body, FetchQuestion.class));
            case "/desk/panel":
                return panel(hear(body, PanelQuestion.class));
            case "/desk/panel-action":
                PanelAction action = hear(body, PanelAction.class);
                return new PanelNote().text(both(action.getAction() + " " + action.getInputs().size(), "好")).warning(false);
            default:
                throw new IllegalArgumentException(path);
        }
    }

    private static Fetched fetched(FetchQuestion question) {
        return question.getCursor().equals("2") ? new Fetched().items(List.of()).cursor("2") : new Fetched().cursor("2").more(true).items(List.of(
                new FetchedItem().kind(FetchedItem.KindEnum.MESSAGE).id("a").reach(Reach.MAIL).from("li@example.com").fromName("Li").subject("Heater").text("It drips").at(Instant.parse("2026-03-01T08:00:00Z"))
                        .trust(FetchedItem.TrustEnum.PROVED).threads(List.of("token")).automatic(false).addFilesItem(new FetchedFile().name("a.txt").content("hello".getBytes(StandardCharsets.UTF_8))),
                new FetchedItem().kind(FetchedItem.KindEnum.REPORT).id("b").message("m-1").arrived(false).reason("off")));
    }

    private static Panel panel(PanelQuestion question) {
        return new Panel().title(both("Orders of " + question.getPlace(), "订单")).blocks(List.of(
                new PanelBlock().kind(PanelBlock.KindEnum.FACTS).addFactsItem(new Fact().name(both("Order", "订单")).value(both("7", "7"))),
                new PanelBlock().kind(PanelBlock.KindEnum.TABLE).caption(both("Parcels", "包裹")).columns(List.of(both("No", "号"), both("Where", "地点"))).rows(List.of(List.of(both("1", "1"), both("Hangzhou", "杭州")))),
                new PanelBlock().kind(PanelBlock.KindEnum.NOTE).text(both("Late", "逾期")).warning(true),
                new PanelBlock().kind(PanelBlock.KindEnum.ACTION).id("resend").label(both("Send again", "重发")).inputs(List.of(new PanelInput().key("mail").label(both("To", "至")).required(true)))));
    }

    private static Bilingual both(String en, String zhCn) {
        return new Bilingual().en(en).zhCn(zhCn);
    }
}
