package dev.pledgedesk.plugins.art;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import dev.pledgedesk.sdktest.Tickets;
import java.time.YearMonth;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The art platform's plugin: the contract of every plugin, and what this one is for. */
class ArtPluginTest extends PluginContract {

    private static final KeyPair KEYS = keys();

    private final TestContext context = new TestContext().at(Instant.parse("2026-06-30T10:00:00Z"));

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(String statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KEYS.getPrivate());
            signature.update(statement.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected DeskPlugin plugin() {
        return new ArtPlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return switch (contribution) {
            case "royalties", "royalty-statement" -> Map.of("payments", List.of(Map.of("artwork", "春潮", "artist", "林见川", "month", "2026-02", "use", "print", "amount", 123450),
                    Map.of("artwork", "春潮", "artist", "林见川", "month", "2026-01", "use", "display", "amount", 50, "currency", "EUR"), Map.of("artwork", "雪后", "artist", "周一苇", "month", "2026-02", "use", "print", "amount", 100)));
            case "certificate-number" -> Map.of("letters", "LJC");
            case "dispute" -> Map.of("kinds", List.of(Map.of("category", "copyright", "urgency", "high", "words", List.of("盗用", "without permission")), Map.of("category", "commission", "words", List.of("佣金", "commission"))));
            default -> Map.of("key", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()), "artworks", List.of(
                    Map.of("title", "Spring Tide", "artist", "L. Chen", "certificate", "LJC12345616", "signature", signed("LJC12345616\nSpring Tide\nL. Chen"), "licences", List.of(
                            Map.of("holder", "Gallery One", "use", "display", "from", "2026-01-01", "until", "2026-06-30"), Map.of("holder", "Press Two", "use", "print", "from", "2025-01-01", "until", "2025-12-31"),
                            Map.of("holder", "Shop Three", "use", "all", "from", "2027-01-01"))),
                    Map.of("title", "Copy", "artist", "Nobody", "certificate", "LJC00000001", "signature", signed("LJC00000001\nAnother\nNobody"))));
        };
    }

    private <T> T made(Class<T> type, String id) {
        return Instances.make(type, Instances.offered(plugin(), id), settings(id), context);
    }

    @Test
    void worksOfTheRegisterAreOfferedAndOthersTaken() throws Exception {
        FieldKind title = made(FieldKind.class, "artwork-title");
        assertThat(options(title, "spring")).extracting(FieldKind.Option::value).containsExactly("Spring Tide");
        assertThat(options(title, "L. CHEN")).singleElement().satisfies(o -> assertThat(o.label().en()).isEqualTo("L. Chen · LJC12345616"));
        assertThat(options(title, "LJC0000")).extracting(FieldKind.Option::value).containsExactly("Copy");
        assertThat(options(title, "")).hasSize(2);
        assertThat(options(title, "nothing like it")).isEmpty();
        assertThat(title.check(asked(" spring tide "))).isEqualTo(new FieldValidator.Corrected("Spring Tide"));
        assertThat(title.check(asked("Spring Tide"))).isEqualTo(new FieldValidator.Accepted());
        assertThat(title.check(asked("A work of nobody's register"))).isEqualTo(new FieldValidator.Accepted());
    }

    private static List<FieldKind.Option> options(FieldKind title, String typed) throws Exception {
        return title.options(new FieldKind.Typed("authentication", "artworkTitle", typed, Locale.ENGLISH));
    }

    private static FieldValidator.Question asked(String value) {
        return new FieldValidator.Question("authentication", "artworkTitle", value, List.of(), Locale.ENGLISH);
    }

    @Test
    void onlyNumbersThatWereGivenAreTaken() throws Exception {
        FieldValidator check = made(FieldValidator.class, "certificate-number");
        String good = good("123456");
        assertThat(check.check(written(good))).isEqualTo(new FieldValidator.Accepted());
        assertThat(check.check(written(good.toLowerCase(Locale.ROOT).replace("ljc", "ljc-")))).isEqualTo(new FieldValidator.Corrected(good));
        for (String wrong : List.of("LJC12345600", "ABC" + good.substring(3), good + "0", "LJC", "LJC１２３４５６１２")) {
            assertThat(check.check(written(wrong))).as(wrong).isInstanceOf(FieldValidator.Refused.class);
        }
    }

    /** Six digits with their check number. */
    private static String good(String digits) {
        long check = 98 - Long.parseLong(digits) * 100 % 97;
        return String.format(Locale.ROOT, "LJC%s%02d", digits, check);
    }

    private static FieldValidator.Question written(String value) {
        return new FieldValidator.Question("authenticity", "certificateNumber", value, List.of(), Locale.ENGLISH);
    }

    @Test
    void licencesHoldFromTheirFirstToTheirLastDay() throws Exception {
        EntitlementLookup lookup = made(EntitlementLookup.class, "licence");
        var ticket = Tickets.ticket("x", Map.of("artworkTitle", " spring tide "));
        assertThat(lookup.find(ticket)).extracting(e -> e.title().en() + " " + e.state()).containsExactly("Display VALID", "Prints EXPIRED", "All uses NONE");
        context.at(Instant.parse("2026-06-30T12:00:00Z"));
        assertThat(lookup.find(ticket).get(0).state()).as("it is the first of July in Chatham").isEqualTo(EntitlementLookup.State.EXPIRED);
        assertThat(lookup.find(Tickets.ticket("x", Map.of("artworkTitle", "Unknown")))).isEmpty();
    }

    @Test
    void aSignatureTellsTheGenuineFromTheRest() throws Exception {
        TicketPanel panel = made(TicketPanel.class, "artwork");
        assertThat(shown(panel, "LJC12345616")).contains("Spring Tide", "was signed by us");
        assertThat(shown(panel, "LJC00000001")).contains("does not fit");
        assertThat(shown(panel, "LJC99999999")).contains("No artwork of the register");
    }

    private static String shown(TicketPanel panel, String certificate) throws Exception {
        return panel.show(new TicketPanel.Question(Tickets.ticket("x", Map.of("certificateNumber", certificate)), Locale.ENGLISH)).blocks().toString();
    }

    @Test
    void wordsSayWhichDisputeItIs() throws Exception {
        TicketClassifier classifier = made(TicketClassifier.class, "dispute");
        assertThat(classifier.classify(Tickets.draft("My picture", "They use it WITHOUT permission", Map.of())).category()).contains("copyright");
        assertThat(classifier.classify(Tickets.draft("作品被盗用", "佣金也不对", Map.of())).priority()).as("the first kind counts").contains("high");
        assertThat(classifier.classify(Tickets.draft("Hello", "there", Map.of()))).isEqualTo(TicketClassifier.Classification.NONE);
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThat(Instances.findings(Instances.offered(plugin(), "artwork"), Map.of("key", "none"))).singleElement().asString().contains("no Ed25519 key");
        assertThat(Instances.findings(Instances.offered(plugin(), "licence"), Map.of("artworks", List.of(Map.of("title", "a", "artist", "b", "licences", List.of(
                Map.of("holder", "c", "use", "display", "from", "2026-02-30"), Map.of("holder", "c", "use", "display", "from", "2026-02-01", "until", "2026-01-01")))))))
                .hasSize(2).allSatisfy(f -> assertThat(f).startsWith("/artworks/0/licences/"));
    }

    @Test
    void aRoyaltyStatementAddsUpByMonthAndByWork() throws Exception {
        ReportSource statement = made(ReportSource.class, "royalty-statement");
        assertThat(statement.tables(YearMonth.of(2026, 2))).singleElement().satisfies(t -> assertThat(t.rows()).extracting(row -> row.get(0).en() + " " + row.get(4).en())
                .containsExactly("2026-02 1.00 CNY", "2026-02 1234.50 CNY", "Sum 1235.50 CNY"));
        assertThat(statement.tables(YearMonth.of(2025, 12))).isEmpty();
        TicketPanel panel = made(TicketPanel.class, "royalties");
        assertThat(panel.show(new TicketPanel.Question(Tickets.ticket("x", Map.of("artworkTitle", "春潮")), Locale.ENGLISH)).blocks()).singleElement()
                .satisfies(block -> assertThat(((TicketPanel.Table) block).rows()).extracting(row -> row.get(4).en()).containsExactly("1234.50 CNY", "0.50 EUR", "1234.50 CNY", "0.50 EUR"));
        assertThat(panel.show(new TicketPanel.Question(Tickets.ticket("x", Map.of()), Locale.ENGLISH)).blocks()).isEmpty();
    }
}
