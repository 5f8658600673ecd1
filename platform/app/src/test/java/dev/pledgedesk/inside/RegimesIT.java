package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.AgreementsApi;
import dev.pledgedesk.client.api.ComplaintsApi;
import dev.pledgedesk.client.api.ConfigurationApi;
import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.api.PromisesApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.Clock;
import dev.pledgedesk.client.model.ClockEvent;
import dev.pledgedesk.client.model.Complaint;
import dev.pledgedesk.client.model.ComplaintEntry;
import dev.pledgedesk.client.model.ComplaintFault;
import dev.pledgedesk.client.model.ComplaintForm;
import dev.pledgedesk.client.model.ComplaintOutcome;
import dev.pledgedesk.client.model.ComplaintTexts;
import dev.pledgedesk.client.model.NewAgreementSignature;
import dev.pledgedesk.client.model.NewComplaint;
import dev.pledgedesk.client.model.NewComplaintCase;
import dev.pledgedesk.client.model.NewComplaintMove;
import dev.pledgedesk.client.model.NewComplaintOpinion;
import dev.pledgedesk.client.model.NewComplaintSatisfaction;
import dev.pledgedesk.client.model.NewComplaintWord;
import dev.pledgedesk.client.model.Notice;
import dev.pledgedesk.client.model.OwnAgreement;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.container.Deployed;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four delivered ways of complaints as their time passes: through the generated client, with the desk's own workers watching a clock that is moved from here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RegimesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(20);
    /** Longer than the longest holidays with the days around them. */
    private static final Duration LONG = Duration.ofDays(14);

    @ArquillianResource
    private URL base;

    private Site site;
    private String host;
    private String key;
    /** How often time was moved. */
    private int moved;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @BeforeEach
    void open() {
        site = new Site(base);
    }

    @AfterEach
    void setRight() {
        site.get(host, "/probe-time/right");
    }

    private void vendor(String folder, String itsHost) {
        key = folder;
        host = itsHost;
        site.apply(folder);
    }

    /** Somebody of the staff; signs in anew whenever time has passed, because his token is old by then. */
    private final class Member {

        private final String login;
        private String token;
        private int signedIn = -1;
        private final ApiClient client;

        private Member(String role, String department) throws ApiException {
            login = site.staff(key, role, department);
            client = Connection.to(URI.create(base.toString()).resolve("/")).withHost(host).withToken(this::token).withLanguage("en").open();
            if (Boolean.TRUE.equals(new IdentityApi(client).getMe().getAgreementMissing())) {
                OwnAgreement read = new AgreementsApi(client).getOwnAgreement();
                new AgreementsApi(client).signOwnAgreement(new NewAgreementSignature().version(read.getVersion()).digest(read.getDigest()), fresh());
            }
        }

        private String token() {
            if (signedIn != moved) {
                token = site.token(host, login);
                signedIn = moved;
            }
            return token;
        }

        private ComplaintsApi complaints() {
            return new ComplaintsApi(client);
        }

        private List<String> told() throws ApiException {
            return new PromisesApi(client).listNotices(false, 100, null).getItems().stream().map(Notice::getText).toList();
        }
    }

    private Member member(String role) throws ApiException {
        return new Member(role, null);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private void until(Instant moment) {
        moved++;
        assertThat(site.get(host, "/probe-time/until/" + moment).statusCode()).isEqualTo(200);
    }

    private static Complaint file(Member who, ComplaintForm form) throws ApiException {
        Map<String, Object> fields = new ConfigurationApi(who.client).getCatalogue().getTicketTypes().stream().filter(t -> t.getKey().equals("complaint")).findFirst().orElseThrow().getFields().stream()
                .filter(f -> Boolean.TRUE.equals(f.getRequired())).collect(Collectors.toMap(f -> f.getKey(), f -> f.getChoices() == null || f.getChoices().isEmpty() ? "said on the phone" : f.getChoices().get(0).getKey()));
        return who.complaints().fileComplaint(new NewComplaint().channel(Channel.PHONE).requester(new NewRequester().name("Somebody").email(fresh() + "@example.com")).fields(fields).form(form), fresh());
    }

    private static Clock clock(Member who, Complaint c, String target) throws ApiException {
        return who.complaints().listComplaintClocks(c.getId()).getItems().stream().filter(k -> k.getTarget().equals(target)).reduce((a, b) -> b).orElseThrow();
    }

    /** Shortly before its end it runs, unbroken; shortly after, the desk has seen by itself that it is broken. */
    private void breaks(Member who, Complaint c, String target) throws ApiException {
        Clock running = clock(who, c, target);
        until(running.getDueAt().minus(MOMENT));
        assertThat(clock(who, c, target)).satisfies(k -> {
            assertThat(k.getState()).isEqualTo(Clock.StateEnum.RUNNING);
            assertThat(k.getBrokenAt()).isNull();
        });
        until(running.getDueAt().plus(MOMENT));
        await().atMost(SOON).untilAsserted(() -> assertThat(clock(who, c, target).getEvents()).extracting(ClockEvent::getKind).as(target).contains(ClockEvent.KindEnum.BREACH));
        assertThat(clock(who, c, target).getBrokenAt()).isEqualTo(running.getDueAt());
    }

    private void hears(Member who, Complaint c, String what) {
        await().atMost(SOON).untilAsserted(() -> assertThat(who.told()).anySatisfy(text -> assertThat(text).contains(c.getNumber(), what)));
    }

    private static void write(Member who, Complaint c, ComplaintForm form) throws ApiException {
        who.complaints().writeComplaint(c.getId(), form, "\"" + who.complaints().getComplaint(c.getId()).getVersion() + "\"");
    }

    private static Complaint move(Member who, Complaint c, String to) throws ApiException {
        return who.complaints().moveComplaint(c.getId(), new NewComplaintMove().to(to), fresh());
    }

    private static void tell(Member who, Complaint c, NewComplaintWord.WhatEnum what) throws ApiException {
        who.complaints().tellComplainant(c.getId(), new NewComplaintWord().what(what).text("This is how it stands.").channel(Channel.PHONE), fresh());
    }

    private static Complaint satisfied(Member who, Complaint c, boolean is) throws ApiException {
        return who.complaints().recordSatisfaction(c.getId(), new NewComplaintSatisfaction().satisfied(is).channel(Channel.PHONE).proof("Recording 17"), fresh());
    }

    private static void nothingRuns(Member who, Complaint c) throws ApiException {
        assertThat(who.complaints().listComplaintClocks(c.getId()).getItems()).extracting(Clock::getState).doesNotContain(Clock.StateEnum.RUNNING, Clock.StateEnum.PAUSED);
    }

    @Test
    void thePlatformsWay() throws ApiException {
        vendor("art-platform", Site.ART);
        Member agent = member("agent");
        Member relations = member("customer-relations");
        Member supervisor = member("supervisor");
        Member manager = member("manager");
        Member finance = new Member("department-handler", "finance");
        Complaint c = file(agent, new ComplaintForm().severity("serious").texts(new ComplaintTexts().content("The refund is late.").apology("Sorry.").desiredOutcome("The deposit back")));
        assertThat(clock(agent, c, "dispatch").getDueAt()).as("twelve hours from its receipt").isEqualTo(c.getReceivedAt().plus(Duration.ofHours(12)));
        breaks(agent, c, "dispatch");
        hears(supervisor, c, "Form with the department");
        until(clock(agent, c, "dispatch").getDueAt().plus(Duration.ofHours(4)).plus(MOMENT));
        hears(manager, c, "Form with the department");

        agent.complaints().askDepartment(c.getId(), new NewComplaintCase().department("finance").question("Where is it?"), fresh());
        move(agent, c, "verifying");
        Clock verified = clock(agent, c, "verified");
        until(verified.getDueAt().minus(Duration.ofHours(1)));
        hears(finance, c, "80");
        finance.complaints().giveComplaintOpinion(finance.complaints().listComplaintCases(false, 100, null).getItems().stream().filter(k -> k.getComplaintId().equals(c.getId())).findFirst().orElseThrow().getId(),
                new NewComplaintOpinion().opinion("It bounced."), fresh());
        tell(relations, c, NewComplaintWord.WhatEnum.VERIFIED);
        move(relations, c, "deciding");
        assertThat(clock(relations, c, "verified")).satisfies(k -> {
            assertThat(k.getState()).isEqualTo(Clock.StateEnum.FULFILLED);
            assertThat(k.getBrokenAt()).as("in time").isNull();
        });
        if (clock(relations, c, "result").getBrokenAt() == null) {
            breaks(relations, c, "result");
        }
        hears(supervisor, c, "Result");
        write(relations, c, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("slow").texts(new ComplaintTexts().investigation("Nobody looked").solution("Paid today")));
        tell(relations, c, NewComplaintWord.WhatEnum.RESULT);
        move(relations, c, "asking");
        assertThat(clock(relations, c, "result").getState()).as("late, but done").isEqualTo(Clock.StateEnum.FULFILLED);

        for (int reminders = 1; reminders <= 3; reminders++) {
            int sent = reminders;
            until(relations.complaints().getComplaint(c.getId()).getStageSince().plus(LONG.multipliedBy(reminders)));
            await().atMost(SOON).untilAsserted(() -> assertThat(relations.complaints().getComplaint(c.getId()).getReminders()).isEqualTo(sent));
        }
        until(relations.complaints().getComplaint(c.getId()).getStageSince().plus(LONG.multipliedBy(4)));
        await().atMost(SOON).untilAsserted(() -> assertThat(relations.complaints().getComplaint(c.getId()).getOutcome()).as("silence is no satisfaction").isEqualTo(ComplaintOutcome.UNCONFIRMED));
        assertThat(clock(relations, c, "satisfied").getBrokenAt()).as("no satisfactory answer in seven working days").isNotNull();
        nothingRuns(relations, c);
    }

    @Test
    void theApplianceMakersWay() throws ApiException {
        vendor("smart-appliance", Site.APPLIANCE);
        Member relations = member("customer-relations");
        Member supervisor = member("supervisor");
        Member manager = member("manager");
        Complaint simple = file(relations, new ComplaintForm().texts(new ComplaintTexts().content("The engineer did not come.")));
        assertThat(clock(relations, simple, "answer").getDueAt()).isEqualTo(simple.getReceivedAt().plus(Duration.ofHours(24)));
        breaks(relations, simple, "answer");
        hears(supervisor, simple, "Answer");
        until(clock(relations, simple, "answer").getDueAt().plus(Duration.ofHours(4)).plus(MOMENT));
        hears(manager, simple, "Answer");

        write(relations, simple, new ComplaintForm().complex(true).severity("serious"));
        Clock solution = clock(relations, simple, "solution");
        assertThat(solution.getLimit()).isEqualTo("P3D");
        move(relations, simple, "investigating");
        until(solution.getDueAt().minus(MOMENT));
        write(relations, simple, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("late").texts(new ComplaintTexts().solution("Tomorrow at nine")));
        tell(relations, simple, NewComplaintWord.WhatEnum.RESULT);
        move(relations, simple, "asking");
        assertThat(clock(relations, simple, "solution")).satisfies(k -> {
            assertThat(k.getState()).isEqualTo(Clock.StateEnum.FULFILLED);
            assertThat(k.getBrokenAt()).as("at the last moment").isNull();
        });
        breaks(relations, simple, "word");
        assertThat(satisfied(relations, simple, true).getOutcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        nothingRuns(relations, simple);
    }

    @Test
    void theCallCentresFourSteps() throws ApiException {
        vendor("call-centre", "calls.localhost");
        Member agent = member("agent");
        Member supervisor = member("supervisor");
        Member inspector = member("quality-inspector");
        Complaint c = file(agent, new ComplaintForm().severity("minor").texts(new ComplaintTexts().content("I was hung up on.").apology("Sorry.").place("Hotline").desiredOutcome("An apology")));
        breaks(agent, c, "accept");
        hears(supervisor, c, "Accepted");
        move(agent, c, "investigating");
        breaks(inspector, c, "investigation");
        hears(supervisor, c, "Investigation");
        write(inspector, c, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("attitude").texts(new ComplaintTexts().investigation("Heard").responsibility("The seat").evidence("Recording 4")));
        move(inspector, c, "solving");
        write(supervisor, c, new ComplaintForm().texts(new ComplaintTexts().solution("Apology by the supervisor")));
        tell(supervisor, c, NewComplaintWord.WhatEnum.RESULT);
        move(supervisor, c, "follow-up");
        Instant due = clock(supervisor, c, "follow-up").getDueAt();
        until(due.minus(Duration.ofHours(1)));
        await().atMost(SOON).untilAsserted(() -> assertThat(supervisor.complaints().getComplaint(c.getId()).getReminders()).as("a day each").isPositive());
        assertThat(satisfied(supervisor, c, true).getOutcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        until(due.plus(LONG));
        assertThat(clock(supervisor, c, "follow-up").getBrokenAt()).as("what is kept is never broken").isNull();
        nothingRuns(supervisor, c);
    }

    @Test
    void theSmartHomesDay() throws ApiException {
        vendor("smart-home", "home.localhost");
        Member agent = member("agent");
        Member supervisor = member("supervisor");
        Member manager = member("manager");
        Complaint c = file(agent, new ComplaintForm().texts(new ComplaintTexts().content("The lock does not open.").apology("Sorry.")));
        until(clock(agent, c, "day").getDueAt().minus(MOMENT));
        write(agent, c, new ComplaintForm().texts(new ComplaintTexts().solution("A new lock")));
        tell(agent, c, NewComplaintWord.WhatEnum.RESULT);
        move(agent, c, "asking");
        assertThat(clock(agent, c, "day").getBrokenAt()).isNull();
        assertThat(satisfied(agent, c, false).getRound()).isEqualTo(2);
        breaks(supervisor, c, "day");
        until(clock(supervisor, c, "day").getDueAt().plus(Duration.ofHours(12)).plus(MOMENT));
        hears(manager, c, "Solved and answered");
        tell(supervisor, c, NewComplaintWord.WhatEnum.RESULT);
        move(supervisor, c, "asking");
        until(supervisor.complaints().getComplaint(c.getId()).getStageSince().plus(Duration.ofDays(4)).plus(MOMENT));
        await().atMost(SOON).untilAsserted(() -> assertThat(supervisor.complaints().getComplaint(c.getId()).getReminders()).isPositive());
        assertThat(satisfied(supervisor, c, true).getOutcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        assertThat(supervisor.complaints().listComplaintEntries(c.getId()).getItems()).extracting(ComplaintEntry::getKind).contains(ComplaintEntry.KindEnum.NOT_SATISFIED, ComplaintEntry.KindEnum.REMINDED);
        nothingRuns(supervisor, c);
    }
}
