package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Breach;
import dev.pledgedesk.client.model.BreachDuty;
import dev.pledgedesk.client.model.BreachDutyKind;
import dev.pledgedesk.client.model.BreachLetter;
import dev.pledgedesk.client.model.BreachLetterList;
import dev.pledgedesk.client.model.BreachPerson;
import dev.pledgedesk.client.model.BreachSeverity;
import dev.pledgedesk.client.model.BreachWords;
import dev.pledgedesk.client.model.NewBreach;
import dev.pledgedesk.client.model.NewBreachAssessment;
import dev.pledgedesk.client.model.NewBreachPersons;
import dev.pledgedesk.client.model.NewBreachSettlement;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.PrivacyAlert;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leak from its report to its end: who may report, what is owed when, whose data they were, and the letters to them. */
class BreachIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RULES = """
            breaches:
              regimes:
                - key: gdpr
                  name: {zh-CN: 通用数据保护条例, en: GDPR}
                  report: {moderate: 72, major: 72, severe: 72}
                  notice: {major: 96, severe: 24}
                - key: fast
                  name: {zh-CN: 快速报告, en: Fast}
                  report: {severe: 1}
              notice:
                subject: {zh-CN: "{vendor}：信息泄露", en: "{vendor}: a leak"}
                body: {zh-CN: "{name}，您好：{happened}", en: "Dear {name}: {happened} We did: {measures}"}
            """;

    private final String key = "leaky-" + UUID.randomUUID().toString().substring(0, 8);
    private final Vendor vendor = Vendor.at(key, key + ".localhost");
    private Vendor.Account agent;
    private Visitor officer;
    private Visitor elsewhere;

    @BeforeEach
    void start() throws ApiException {
        Folder.of("art-platform").as(key, key + ".localhost").with("privacy.yaml", RULES).apply();
        agent = vendor.newStaff("agent");
        officer = vendor.newStaff("privacy-officer").visitor();
        elsewhere = Vendor.appliance().staff("privacy-officer").visitor();
    }

    private static NewBreach leak(BreachSeverity severity, Instant aware) {
        return new NewBreach().title("A list went astray").happened("An export went to a stranger.").severity(severity).awareAt(aware);
    }

    private static Breach report(Visitor who, BreachSeverity severity, Instant aware) throws ApiException {
        return who.breaches().reportBreach(leak(severity, aware), Vendor.newKey());
    }

    private Breach assess(UUID id, BreachSeverity severity) throws ApiException {
        return officer.breaches().assessBreach(id, new NewBreachAssessment().severity(severity).text("Names of forty."), Vendor.newKey());
    }

    private static BreachWords words(String text) {
        return new BreachWords().text(text);
    }

    private Breach settle(UUID id, UUID duty, boolean done) throws ApiException {
        return officer.breaches().settleBreachDuty(id, duty, new NewBreachSettlement().done(done).note("Under 2026-118"), Vendor.newKey());
    }

    private static String duties(Breach breach) {
        return String.join(" ", breach.getDuties().stream().map(d -> d.getRegime() + "/" + d.getKind() + "+" + Duration.between(breach.getAwareAt(), d.getDueAt()).toHours() + "=" + d.getState()).toList());
    }

    @Test
    void anybodyInsideReportsAndTheOfficerIsToldAtOnce() throws ApiException {
        Breach reported = report(agent.visitor(), BreachSeverity.MAJOR, null);
        assertThat(reported.getState()).isEqualTo(Breach.StateEnum.DETECTED);
        assertThat(reported.getReported().getBy()).isEqualTo("staff/" + agent.id());
        assertThat(officer.readings().listPrivacyAlerts(false, 100, null).getItems()).anySatisfy(a -> {
            assertThat(a.getKind()).isEqualTo(PrivacyAlert.KindEnum.BREACH_REPORTED);
            assertThat(a.getRecordId()).isEqualTo(reported.getId());
        });
        assertThat(officer.breaches().listBreaches(null, null).getItems()).extracting(Breach::getId).containsExactly(reported.getId());
        Visitor customer = Drafts.customer(vendor, Vendor.newAddress(), "a customer's");
        assertThat(Refusal.of(() -> report(customer, BreachSeverity.MAJOR, null)).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> report(vendor.guest(), BreachSeverity.MAJOR, null)).status()).isEqualTo(401);
        assertThat(Refusal.of(() -> agent.visitor().breaches().getBreach(reported.getId())).status()).as("reporting opens nothing").isEqualTo(403);
        assertThat(Refusal.of(() -> elsewhere.breaches().getBreach(reported.getId())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> elsewhere.breaches().containBreach(reported.getId(), words("not mine"), Vendor.newKey())).status()).isEqualTo(404);
        assertThat(elsewhere.breaches().listBreaches(100, null).getItems()).extracting(Breach::getId).doesNotContain(reported.getId());
    }

    @Test
    void whatIsOwedFollowsTheSeverityAndEndsBeforeTheCase() throws ApiException {
        Breach severe = report(officer, BreachSeverity.SEVERE, Instant.now().minus(2, ChronoUnit.HOURS));
        UUID id = severe.getId();
        assertThat(duties(severe)).isEqualTo("fast/report+1=open gdpr/notice+24=open gdpr/report+72=open");
        assertThat(severe.getDuties()).filteredOn(BreachDuty::getOverdue).extracting(BreachDuty::getRegime).containsExactly("fast");
        await("the alert").atMost(SOON).until(() -> officer.readings().listPrivacyAlerts(false, 100, null).getItems().stream().anyMatch(a -> a.getKind() == PrivacyAlert.KindEnum.BREACH_OVERDUE));

        assertThat(duties(assess(id, BreachSeverity.MODERATE))).isEqualTo("fast/report+1=lapsed gdpr/notice+24=lapsed gdpr/report+72=open");
        Breach major = assess(id, BreachSeverity.MAJOR);
        assertThat(duties(major)).isEqualTo("fast/report+1=lapsed gdpr/report+72=open gdpr/notice+96=open");
        assertThat(major.getState()).as("it still leaks").isEqualTo(Breach.StateEnum.DETECTED);
        BreachDuty report = major.getDuties().get(1);
        assertThat(Refusal.of(() -> officer.breaches().closeBreach(id, words("Over"), Vendor.newKey())).detail()).contains("still owed");
        assertThat(Refusal.of(() -> settle(id, major.getDuties().get(0).getId(), true)).status()).as("lapsed").isEqualTo(409);
        assertThat(settle(id, report.getId(), true).getDuties().get(1).getSettled().getText()).isEqualTo("Under 2026-118");
        assertThat(Refusal.of(() -> settle(id, report.getId(), false)).status()).isEqualTo(409);
        settle(id, major.getDuties().get(2).getId(), false);
        assertThat(duties(assess(id, BreachSeverity.MINOR))).as("what is settled stays").contains("gdpr/report+72=done").contains("gdpr/notice+96=waived");
        assertThat(Refusal.of(() -> officer.breaches().closeBreach(id, words("Over"), Vendor.newKey())).detail()).contains("Contain and assess");
        assertThat(officer.breaches().containBreach(id, words("The receiver deleted it"), Vendor.newKey()).getState()).isEqualTo(Breach.StateEnum.ASSESSED);
        assertThat(Refusal.of(() -> officer.breaches().containBreach(id, words("Again"), Vendor.newKey())).status()).isEqualTo(409);
        Breach closed = officer.breaches().closeBreach(id, words("Exports go to the portal only"), Vendor.newKey());
        assertThat(closed.getState()).isEqualTo(Breach.StateEnum.CLOSED);
        assertThat(Refusal.of(() -> assess(id, BreachSeverity.MINOR)).detail()).contains("closed");
        assertThat(officer.breaches().getBreach(id)).isEqualTo(closed);
    }

    @Test
    void whoseDataTheyWereIsKnownFromTheOpeningsAndEachIsWrittenToOnce() throws ApiException {
        String chinese = Vendor.newAddress();
        String english = Vendor.newAddress();
        UUID first = customer(new NewRequester().name("李娜").email(chinese).locale("zh-CN"));
        UUID second = customer(new NewRequester().name("Ann $1 Bell").email(english).locale("en"));
        UUID byPhone = customer(new NewRequester().name("Wang").phone("+8613912345678"));
        UUID unread = customer(new NewRequester().name("Other").email(Vendor.newAddress()));
        UUID id = report(officer, BreachSeverity.MAJOR, null).getId();
        officer.breaches().containBreach(id, words("Access was taken away"), Vendor.newKey());

        NewBreachPersons opened = new NewBreachPersons().source(NewBreachPersons.SourceEnum.OPENINGS).reader("staff/" + agent.id()).from(Instant.now().minusSeconds(3600));
        assertThat(Refusal.of(() -> add(id, new NewBreachPersons().source(NewBreachPersons.SourceEnum.NAMED))).pointers()).containsExactly("/customerIds");
        assertThat(officer.send("POST", "/api/v1/breaches/" + id + "/persons", java.util.Map.of("source", "openings", "reader", "Wang Fang")).refusal().status()).isEqualTo(400);
        assertThat(officer.send("POST", "/api/v1/breaches/" + id + "/persons", java.util.Map.of("source", "openings", "from", "+300000-01-01T00:00:00Z")).status()).isIn(400, 422);
        assertThat(officer.send("POST", "/api/v1/breaches/" + id + "/notices", java.util.Map.of("letters", java.util.Arrays.asList((Object) null))).status()).isIn(400, 422);
        assertThat(Refusal.of(() -> add(id, opened.until(Instant.now().minusSeconds(7200)))).pointers()).containsExactly("/until");
        assertThat(add(id, opened.until(null))).isEqualTo(3);
        assertThat(add(id, opened)).as("again").isZero();
        assertThat(persons(id)).extracting(BreachPerson::getCustomerId).containsExactlyInAnyOrder(first, second, byPhone);
        UUID foreign = elsewhereCustomer();
        assertThat(Refusal.of(() -> add(id, new NewBreachPersons().source(NewBreachPersons.SourceEnum.NAMED).customerIds(List.of(foreign)))).pointers()).containsExactly("/customerIds");
        assertThat(add(id, new NewBreachPersons().source(NewBreachPersons.SourceEnum.EVERYBODY))).isEqualTo(1);
        officer.breaches().removeBreachPerson(id, unread);

        List<BreachLetter> draft = officer.breaches().draftBreachLetter(id, BreachDutyKind.NOTICE).getLetters();
        assertThat(draft).extracting(BreachLetter::getLanguage).containsExactly("zh-CN", "en");
        assertThat(draft.get(1).getBody()).isEqualTo("Dear {name}: An export went to a stranger. We did: Access was taken away");
        assertThat(officer.breaches().draftBreachLetter(id, BreachDutyKind.REPORT).getLetters().get(1).getBody()).contains("Persons concerned: 3");
        assertThat(Refusal.of(() -> officer.breaches().notifyBreachPersons(id, new BreachLetterList().letters(draft.subList(1, 2)), Vendor.newKey())).pointers()).containsExactly("/letters");
        officer.breaches().notifyBreachPersons(id, new BreachLetterList().letters(draft), Vendor.newKey());
        assertThat(vendor.mails().await(english, 2).get(0).getBody()).isEqualTo("Dear Ann $1 Bell: An export went to a stranger. We did: Access was taken away");
        assertThat(vendor.mails().await(chinese, 2).get(0).getBody()).isEqualTo("李娜，您好：An export went to a stranger.");
        await("the letters").atMost(SOON).until(() -> officer.breaches().getBreach(id).getPersons().getQueued() == 0);
        assertThat(officer.breaches().getBreach(id).getPersons()).satisfies(p -> assertThat(List.of(p.getAll(), p.getWritten(), p.getUnreachable())).containsExactly(3L, 2L, 1L));
        assertThat(persons(id)).filteredOn(p -> p.getNotice() == BreachPerson.NoticeEnum.UNREACHABLE).extracting(BreachPerson::getCustomerId).containsExactly(byPhone);
        assertThat(Refusal.of(() -> officer.breaches().removeBreachPerson(id, first)).status()).as("the proof stays").isEqualTo(409);
        assertThat(Refusal.of(() -> officer.breaches().notifyBreachPersons(id, new BreachLetterList().letters(draft), Vendor.newKey())).detail()).contains("nobody");
        assertThat(vendor.mails().to(english)).hasSize(2);
    }

    private UUID customer(NewRequester who) throws ApiException {
        Ticket filed = agent.visitor().tickets().createTicket(Drafts.question("of somebody").requester(who), Vendor.newKey());
        UUID customer = filed.getRequester().getId();
        if (!"Other".equals(who.getName())) {
            agent.visitor().readings().openCustomer(customer, new NewReading().purpose(NewReading.PurposeEnum.TICKET).recordId(filed.getId()), Vendor.newKey());
        }
        return customer;
    }

    private static UUID elsewhereCustomer() throws ApiException {
        Visitor agent = Vendor.appliance().staff("agent").visitor();
        return agent.tickets().createTicket(Drafts.question("of another vendor").requester(Drafts.guest(Vendor.newAddress())), Vendor.newKey()).getRequester().getId();
    }

    private int add(UUID id, NewBreachPersons search) throws ApiException {
        return officer.breaches().addBreachPersons(id, search, Vendor.newKey()).getAdded();
    }

    private List<BreachPerson> persons(UUID id) throws ApiException {
        return officer.breaches().listBreachPersons(id, 100, null).getItems();
    }

    @Test
    void whatIsWrongIsNamed() throws ApiException {
        assertThat(Refusal.of(() -> report(officer, BreachSeverity.MINOR, Instant.now().plusSeconds(3600))).pointers()).containsExactly("/awareAt");
        assertThat(Refusal.of(() -> officer.breaches().reportBreach(leak(BreachSeverity.MINOR, null).title("   x   "), Vendor.newKey())).pointers()).containsExactly("/title");
        UUID id = report(officer, BreachSeverity.MINOR, null).getId();
        assertThat(officer.breaches().getBreach(id).getDuties()).as("nothing is owed for it").isEmpty();
        assertThat(Refusal.of(() -> settle(id, UUID.randomUUID(), true)).status()).isEqualTo(404);
        assertThat(officer.send("POST", "/api/v1/breaches", java.util.Map.of("title", "Too bad", "happened", "x y z", "severity", "terrible")).refusal().status()).isEqualTo(400);
        Folder broken = Folder.of("art-platform").as(key, key + ".localhost").with("privacy.yaml", RULES.replace("{measures}", "{phone}"));
        assertThat(Refusal.of(broken::apply).toString()).contains("phone");
    }
}
