package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.CatalogueConsent;
import dev.pledgedesk.client.model.ConsentEntry;
import dev.pledgedesk.client.model.ConsentNotice;
import dev.pledgedesk.client.model.ConsentNotice.StateEnum;
import dev.pledgedesk.client.model.GivenConsent;
import dev.pledgedesk.client.model.GivenText;
import dev.pledgedesk.client.model.HistoryEntry;
import dev.pledgedesk.client.model.NewConsentEntry;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.NewTicketOpening;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers agree to is asked one by one, proved by the text that was read, and taken back with effect at once. */
class ConsentsIT {

    private static final String HEALTH = "health";

    private final String key = "consenting-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("smart-appliance").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");
    private final String mail = Vendor.newAddress();
    private Visitor agent;
    private Visitor officer;

    private static String notices(String version) {
        return "consents:\n- {key: health, version: '" + version + "', covers: sensitive, title: {zh-CN: 健康, en: Health}, text: {zh-CN: 仅用于上门, en: For visits only " + version + "}, guardianUnder: 14}\n"
                + "- {key: news, version: '1', covers: optional, title: {zh-CN: 提醒, en: News}, text: {zh-CN: 每年两次, en: Twice a year}}\n";
    }

    @BeforeEach
    void apply() throws ApiException {
        folder.with("privacy.yaml", notices("1")).apply();
        agent = vendor.newStaff("agent").visitor();
        officer = vendor.newStaff("privacy-officer").visitor();
    }

    private static ConsentNotice notice(Visitor customer, String key) throws ApiException {
        return customer.consents().listOwnConsents().getItems().stream().filter(n -> n.getKey().equals(key)).findFirst().orElseThrow();
    }

    private static GivenText read(ConsentNotice notice) {
        return new GivenText().version(notice.getVersion()).digest(notice.getDigest());
    }

    private NewTicket training(String needs) {
        Map<String, Object> fields = new HashMap<>(Map.of("model", "HW-200", "method", "phone"));
        if (needs != null) {
            fields.put("needs", needs);
        }
        return new NewTicket().type("operation-training").subject("How to use it").description("Please show me").fields(fields).requester(Drafts.guest(mail));
    }

    @Test
    void aConsentIsProvedByTheTextAndTakenBackAtOnce() throws ApiException {
        Visitor customer = Drafts.customer(vendor, mail, "mine");
        ConsentNotice news = notice(customer, "news");
        assertThat(news.getState()).isEqualTo(StateEnum.NONE);
        assertThat(news.getText()).isEqualTo("Twice a year");
        assertThat(Refusal.of(() -> customer.consents().giveOwnConsent("news", read(news).digest("0".repeat(64)))).pointers()).containsExactly("/digest");
        assertThat(Refusal.of(() -> customer.consents().giveOwnConsent("news", read(news).guardian("Li Ming"))).pointers()).as("not asked for").containsExactly("/guardian");
        assertThat(Refusal.of(() -> customer.consents().giveOwnConsent("no-such", read(news))).status()).isEqualTo(404);
        assertThat(customer.consents().giveOwnConsent("news", read(customer.in("zh-CN").consents().listOwnConsents().getItems().get(1))).getState()).isEqualTo(StateEnum.GIVEN);
        customer.consents().giveOwnConsent("news", read(news));
        assertThat(customer.consents().withdrawOwnConsent("news").getState()).isEqualTo(StateEnum.WITHDRAWN);
        customer.consents().withdrawOwnConsent("news");

        UUID person = agent.identity().findCustomers(mail).getItems().get(0).getId();
        List<ConsentEntry> proof = officer.consents().listConsents(person).getItems();
        assertThat(proof).as("again is no second entry").extracting(ConsentEntry::getGiven).containsExactly(false, true);
        assertThat(proof.get(1).getLanguage()).isEqualTo("zh-CN");
        assertThat(Refusal.of(() -> agent.consents().listConsents(person)).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> Vendor.art().staff("privacy-officer").visitor().consents().listConsents(person)).status()).isEqualTo(404);
        assertThat(officer.consents().takeDownConsent(person, new NewConsentEntry().notice(HEALTH).given(true).how("On the phone"), Vendor.newKey()).getItems().get(0).getHow()).isEqualTo("On the phone");
        assertThat(Refusal.of(() -> officer.consents().takeDownConsent(person, new NewConsentEntry().notice(HEALTH).given(true).how("Once more"), Vendor.newKey())).status()).as("it stands so").isEqualTo(409);
        assertThat(notice(customer, HEALTH).getState()).isEqualTo(StateEnum.GIVEN);

        folder.with("privacy.yaml", notices("2")).apply();
        assertThat(notice(customer, HEALTH).getState()).as("a new text is asked for again").isEqualTo(StateEnum.OUTDATED);
        assertThat(Refusal.of(() -> customer.consents().giveOwnConsent(HEALTH, read(notice(customer, HEALTH)).version("1"))).pointers()).containsExactly("/version");
    }

    @Test
    void sensitiveFieldsAreTakenWithConsentOnlyAndHiddenOnceItIsTakenBack() throws ApiException {
        Visitor guest = vendor.guest().in("en");
        Refusal refused = Refusal.of(() -> guest.tickets().createTicket(training("hard of hearing"), Vendor.newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.about("/consents/health")).contains("Health");
        Ticket filed = guest.tickets().createTicket(training("hard of hearing").addConsentsItem(asked().guardian("Li Ming")), Vendor.newKey());
        Visitor customer = Drafts.customer(vendor, mail, 1);
        assertThat(notice(customer, HEALTH).getState()).as("nobody knew him before").isEqualTo(StateEnum.GIVEN);
        Ticket seen = agent.tickets().getTicket(filed.getId());
        assertThat(seen.getFields()).doesNotContainKey("needs");
        assertThat(seen.getMaskedFields()).containsExactly("needs");
        assertThat(opened(filed)).containsEntry("needs", "hard of hearing");
        Ticket changed = agent.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("needs", "speak slowly")), "\"" + seen.getVersion() + "\"");
        assertThat(history(filed)).contains("fields.needs");
        assertThat(officer.consents().listConsents(seen.getRequester().getId()).getItems()).singleElement().satisfies(e -> {
            assertThat(e.getGuardian()).isEqualTo("Li Ming");
            assertThat(e.getChannel()).isEqualTo("portal");
            assertThat(e.getCounts()).isTrue();
        });

        customer.consents().withdrawOwnConsent(HEALTH);
        Ticket hidden = agent.tickets().getTicket(filed.getId());
        assertThat(hidden.getFields()).doesNotContainKey("needs").containsKey("model");
        assertThat(hidden.getMaskedFields()).as("not even that there is one").isNullOrEmpty();
        assertThat(opened(filed)).isEmpty();
        assertThat(history(filed)).doesNotContain("fields.needs");
        assertThat(customer.tickets().getTicket(filed.getId()).getFields()).as("his own").containsEntry("needs", "speak slowly");
        assertThat(Refusal.of(() -> agent.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("needs", "again")), "\"" + changed.getVersion() + "\"")).pointers())
                .containsExactly("/fields/needs");
        agent.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("preferredTime", "at six")), "\"" + changed.getVersion() + "\"");

        folder.with("privacy.yaml", notices("1").replace("key: health", "key: other")).apply();
        assertThat(opened(filed)).as("whatever is asked today").doesNotContainKey("needs");
        folder.with("privacy.yaml", notices("1")).apply();
        customer.consents().giveOwnConsent(HEALTH, read(notice(customer, HEALTH)));
        assertThat(opened(filed)).as("nothing was lost").containsEntry("needs", "speak slowly");
        assertThat(agent.tickets().getTicket(filed.getId()).getFields()).containsEntry("preferredTime", "at six");
    }

    private Map<String, Object> opened(Ticket ticket) throws ApiException {
        return agent.tickets().openTicket(ticket.getId(), new NewTicketOpening().purpose(NewTicketOpening.PurposeEnum.TICKET), Vendor.newKey()).getFields();
    }

    /** The notice as a visitor finds it whom nobody knows. */
    private GivenConsent asked() throws ApiException {
        CatalogueConsent notice = vendor.guest().in("en").configuration().getCatalogue().getConsents().get(0);
        return new GivenConsent().key(notice.getKey()).version(notice.getVersion()).digest(notice.getDigest());
    }

    @Test
    void aGuestWhoOnlyNamesAnAddressGivesNothingInItsOwnersName() throws ApiException {
        Visitor customer = Drafts.customer(vendor, mail, "mine");
        customer.consents().withdrawOwnConsent(HEALTH);
        Visitor guest = vendor.guest().in("en");
        Refusal known = Refusal.of(() -> guest.tickets().createTicket(training("a stranger's words"), Vendor.newKey()));
        Ticket filed = guest.tickets().createTicket(training("a stranger's words").addConsentsItem(asked()), Vendor.newKey());
        assertThat(notice(customer, HEALTH).getState()).isEqualTo(StateEnum.WITHDRAWN);
        assertThat(opened(filed)).isEmpty();
        UUID person = agent.tickets().getTicket(filed.getId()).getRequester().getId();
        assertThat(officer.consents().listConsents(person).getItems().get(0)).satisfies(e -> assertThat(e.getCounts()).isFalse());

        customer.consents().giveOwnConsent(HEALTH, read(notice(customer, HEALTH)));
        Refusal consented = Refusal.of(() -> guest.tickets().createTicket(training("a stranger's words"), Vendor.newKey()));
        assertThat(consented.toString().replaceAll("\"requestId\":\"[^\"]*\"", "")).as("nothing tells that somebody has consented")
                .isEqualTo(known.toString().replaceAll("\"requestId\":\"[^\"]*\"", ""));
        assertThat(Refusal.of(() -> guest.tickets().createTicket(Drafts.question("not asked for").requester(Drafts.guest(mail)).addConsentsItem(asked()), Vendor.newKey())).pointers()).containsExactly("/consents");
        assertThat(Refusal.of(() -> guest.tickets().createTicket(training("mine").addConsentsItem(asked().version("0")), Vendor.newKey())).pointers()).containsExactly("/consents/health");
    }

    private List<String> history(Ticket ticket) throws ApiException {
        return agent.tickets().listHistory(ticket.getId(), null, null).getItems().stream().map(HistoryEntry::getField).toList();
    }

    @Test
    void aConfigurationThatForcesConsentIsRefused() throws IOException {
        Path tickets = Path.of(System.getProperty("pledgedesk.tenant-config"), "smart-appliance", "tickets.yaml");
        String forced = Files.readString(tickets, StandardCharsets.UTF_8).replace("        sensitive: true\n", "        sensitive: true\n        required: true\n");
        assertThat(Refusal.of(() -> folder.with("tickets.yaml", forced).apply()).toString()).contains("tickets.yaml").contains("needs").contains("Make it optional");
        assertThat(Refusal.of(() -> folder.with("privacy.yaml", notices("1").replace("zh-CN: 提醒, ", "")).apply()).toString()).contains("privacy.yaml").contains("zh-CN");
    }
}
