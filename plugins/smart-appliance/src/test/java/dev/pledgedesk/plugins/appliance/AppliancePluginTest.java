package dev.pledgedesk.plugins.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.EntitlementLookup.State;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketClassifier.Classification;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import dev.pledgedesk.sdktest.Tickets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The appliance maker's plugin: the contract of every plugin, and what this one is for. */
class AppliancePluginTest extends PluginContract {

    private static final List<Map<String, ?>> MODELS = List.of(Map.of("letters", "WH", "name", "HW-60", "months", 24, "extra", 12), Map.of("letters", "AC", "name", "AC-35"));
    private static final List<Map<String, ?>> CODES = List.of(Map.of("code", "E04", "category", "water-heater", "urgency", "high", "meaning", "No water", "meaningZh", "缺水", "measure", "Open the valve.",
            "measureZh", "请打开进水阀。", "parts", List.of("V-12")), Map.of("code", "E0", "meaning", "Sensor", "meaningZh", "传感器故障"));

    private final TestContext context = new TestContext(ZoneId.of("Asia/Shanghai"));

    @Override
    protected DeskPlugin plugin() {
        return new AppliancePlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return switch (contribution) {
            case "fault-code", "fault-advice" -> Map.of("codes", CODES);
            case "device" -> Map.of("models", MODELS, "codes", CODES);
            default -> Map.of("models", MODELS);
        };
    }

    private <T> T made(Class<T> type, String id) {
        return Instances.make(type, Instances.offered(plugin(), id), settings(id), context);
    }

    private static FieldValidator.Question written(String value) {
        return new FieldValidator.Question("fault", "serialNumber", value, List.of(), Locale.ENGLISH);
    }

    @Test
    void aSerialNumberIsTakenInOneForm() throws Exception {
        FieldValidator check = made(FieldValidator.class, "serial-number");
        assertThat(check.check(written("WH24050001"))).isEqualTo(new FieldValidator.Accepted());
        assertThat(check.check(written("wh 2405-0001"))).isEqualTo(new FieldValidator.Corrected("WH24050001"));
        for (String wrong : List.of("XX24050001", "WH24130001", "WH240500", "WH2405000a", "")) {
            assertThat(check.check(written(wrong))).as(wrong).isInstanceOf(FieldValidator.Refused.class);
        }
    }

    @Test
    void warrantyCountsFromThePurchaseOrFromTheMonthOfProduction() throws Exception {
        EntitlementLookup lookup = made(EntitlementLookup.class, "warranty");
        context.at(Instant.parse("2026-03-14T15:59:59Z"));
        var bought = Tickets.ticket("x", Map.of("serialNumber", "WH24010001", "purchasedOn", "2024-03-15"));
        assertThat(lookup.find(bought)).extracting(e -> e.state() + " " + e.from().orElseThrow() + " " + e.until().orElseThrow())
                .containsExactly("VALID 2024-03-15 2026-03-14", "VALID 2026-03-15 2027-03-14");
        context.at(Instant.parse("2026-03-14T16:00:00Z"));
        assertThat(lookup.find(bought).get(0).state()).as("the day after, where the vendor is").isEqualTo(State.EXPIRED);
        assertThat(lookup.find(Tickets.ticket("x", Map.of("serialNumber", "AC25020001"))).get(0).until()).contains(LocalDate.of(2026, 2, 27));
        EntitlementLookup byYear = Instances.make(EntitlementLookup.class, Instances.offered(plugin(), "warranty"), Map.of("models", MODELS, "form", "(?<year>\\d\\d)(?<model>[A-Z]+)\\d{4}"), context);
        assertThat(byYear.find(Tickets.ticket("x", Map.of("serialNumber", "25AC0001"))).get(0).from()).as("a number without a month").contains(LocalDate.of(2025, 12, 31));
        assertThat(lookup.find(Tickets.ticket("x", Map.of("serialNumber", "ZZ25020001"))).get(0).state()).isEqualTo(State.UNKNOWN);
        assertThat(lookup.find(Tickets.ticket("x", Map.of()))).isEmpty();
    }

    @Test
    void aFaultCodeSaysWhatATicketIsAbout() throws Exception {
        TicketClassifier classifier = made(TicketClassifier.class, "fault-code");
        Classification said = classifier.classify(Tickets.draft("Heater", "it shows e04 since today", Map.of()));
        assertThat(said.category()).contains("water-heater");
        assertThat(said.priority()).contains("high");
        assertThat(said.tags()).containsExactly("e04");
        assertThat(classifier.classify(Tickets.draft("Heater", "显示E04，不出热水", Map.of())).category()).as("beside Chinese").contains("water-heater");
        assertThat(classifier.classify(Tickets.draft("Heater", "E0", Map.of())).category()).as("not a part of another").isEqualTo(Optional.empty());
        assertThat(classifier.classify(Tickets.draft("Heater", "nothing", Map.of("faultCode", "E04"))).category()).contains("water-heater");
        assertThat(classifier.classify(Tickets.draft("SE04X", "model HE045", Map.of()))).isEqualTo(Classification.NONE);
    }

    @Test
    void adviceIsInTheCustomersLanguage() throws Exception {
        AnswerSuggester advice = made(AnswerSuggester.class, "fault-advice");
        assertThat(advice.suggest(new AnswerSuggester.Question(AnswerSuggester.Reader.CUSTOMER, "fault", "Heater", "E04", Locale.SIMPLIFIED_CHINESE)))
                .containsExactly(new AnswerSuggester.Suggestion("E04：缺水", "请打开进水阀。"));
        assertThat(advice.suggest(new AnswerSuggester.Question(AnswerSuggester.Reader.STAFF, "fault", "Heater", "E0", Locale.ENGLISH))).as("nothing to do oneself").isEmpty();
    }

    @Test
    void firmwareThatWasNotedIsShownWithTheDevice() throws Exception {
        TicketPanel panel = made(TicketPanel.class, "device");
        var question = new TicketPanel.Question(Tickets.ticket("E04", Map.of("serialNumber", "WH24050001")), Locale.ENGLISH);
        assertThat(panel.act("firmware", Tickets.values(Map.of("version", "2.1.0")), question).warning()).isFalse();
        assertThat(panel.show(question).blocks().toString()).contains("HW-60", "2.1.0", "No water", "V-12");
        assertThat(panel.act("firmware", Tickets.values(Map.of("version", "x".repeat(41))), question).warning()).isTrue();
        assertThat(panel.show(new TicketPanel.Question(Tickets.ticket("nothing", Map.of()), Locale.ENGLISH)).blocks()).as("nothing to show").isEmpty();
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        var offered = Instances.offered(plugin(), "warranty");
        assertThat(Instances.findings(offered, Map.of("models", List.of(Map.of("letters", "WH", "name", "a"), Map.of("letters", "WH", "name", "b"))))).singleElement().asString().contains("WH stand for two models");
        assertThat(Instances.findings(offered, Map.of("models", MODELS, "form", "(?<model>[A-Z]+)(?<month>\\d\\d)"))).singleElement().asString().contains("no group year");
        assertThat(Instances.findings(offered, Map.of("models", MODELS, "form", "(?<model>[A-Z]+)(?<year>\\d\\d)(?<month>"))).singleElement().asString().contains("no pattern");
        assertThat(Instances.findings(offered, Map.of("models", List.of(Map.of("letters", "w", "name", "a", "months", 241))))).extracting(f -> f.split(" ")[0]).containsExactlyInAnyOrder("/models/0/letters", "/models/0/months");
    }
}
