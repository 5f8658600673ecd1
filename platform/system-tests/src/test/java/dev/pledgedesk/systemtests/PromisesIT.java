package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Clock;
import dev.pledgedesk.client.model.ClockEvent;
import dev.pledgedesk.client.model.ClockMetric;
import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewPromiseTrial;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.NewTicketOpening;
import dev.pledgedesk.client.model.Notice;
import dev.pledgedesk.client.model.PromiseTrial;
import dev.pledgedesk.client.model.QuietHours;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Launcher;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises of a vendor as staff, customers and programs see them: explained, kept, broken and told of. */
class PromisesIT {

    private static final String CALENDARS = """
            calendars:
              - key: office
                name: {zh-CN: 办公时间, en: office hours}
                week:
                  - {days: [monday, tuesday, wednesday, thursday, friday], hours: ["09:00-12:00", "13:00-18:00"]}
                regions: [CN]
            """;
    private static final String PROMISES = """
            policies:
              - key: plain
                name: {zh-CN: 承诺, en: Plain}
                targets:
                  - {key: answer, name: {zh-CN: 首次回复, en: First answer}, metric: first-response, calendar: office, limit: 8h, warnAt: [50, 80]}
                  - {key: inner, name: {zh-CN: 受理, en: Taken up}, metric: acknowledge, limit: 2h, shown: false}
                  - {key: solution, name: {zh-CN: 解决, en: Solution}, metric: resolution, calendar: office, limit: 3d, pauseIn: [pending]}
                escalation:
                  - {after: 0m, roles: [supervisor]}
            """;

    private final String key = "promising-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").without("complaints.yaml").without("roster.yaml").without("training.yaml").as(key, key + ".localhost").with("calendars.yaml", CALENDARS).with("promises.yaml", PROMISES);
    private final Vendor vendor = Vendor.at(key, key + ".localhost");

    private static Clock clock(Visitor who, UUID ticket, String target) throws ApiException {
        return who.promises().listTicketClocks(ticket).getItems().stream().filter(c -> c.getTarget().equals(target)).reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void aPromiseSaysWhyItReadsSoToStaffAndInPlainWordsToItsCustomer() throws Exception {
        folder.apply();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(vendor, mail, "when will you answer");
        Visitor agent = vendor.newStaff("agent").visitor();
        assertThat(agent.promises().listTicketClocks(ticket.getId()).getItems()).extracting(Clock::getTarget).containsExactlyInAnyOrder("answer", "inner", "solution");
        Clock answer = clock(agent.in("en"), ticket.getId(), "answer");
        assertThat(answer.getState()).isEqualTo(Clock.StateEnum.RUNNING);
        assertThat(answer.getLimit()).isEqualTo("PT8H");
        assertThat(answer.getTables()).contains("CN-2026/1");
        assertThat(answer.getDueAt()).isAfter(ticket.getCreatedAt());
        assertThat(answer.getExplanation()).contains("of 8 h are used up on the calendar “office hours”").contains("It ends at").contains("CN-2026/1").contains("configuration 1");
        assertThat(clock(agent.in("zh-CN"), ticket.getId(), "solution").getExplanation()).contains("时限 3 个工作日").contains("办公时间");
        assertThat(answer.getEvents()).singleElement().satisfies(e -> {
            assertThat(e.getKind()).isEqualTo(ClockEvent.KindEnum.ACTIVATE);
            assertThat(e.getText()).isEqualTo("Began: the ticket was filed");
        });

        Visitor customer = vendor.byLink(vendor.mails().link(mail, 1));
        assertThat(customer.promises().listTicketClocks(ticket.getId()).getItems()).extracting(Clock::getTarget).as("what is not for him is not shown").containsExactlyInAnyOrder("answer", "solution");
        assertThat(clock(customer, ticket.getId(), "answer").getEvents()).as("what staff did is theirs").isEmpty();
        Drafts.filed(Vendor.appliance(), mail, "next door");
        assertThat(Refusal.of(() -> Vendor.appliance().staff("agent").visitor().promises().listTicketClocks(ticket.getId())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> vendor.guest().promises().listTicketClocks(ticket.getId())).status()).isEqualTo(401);

        Ticket now = agent.tickets().getTicket(ticket.getId());
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("Here you are").status("pending"), Vendor.newKey());
        assertThat(clock(agent, ticket.getId(), "answer").getState()).isEqualTo(Clock.StateEnum.FULFILLED);
        assertThat(clock(agent.in("en"), ticket.getId(), "answer").getExplanation()).contains("Kept at");
        Clock paused = clock(agent.in("en"), ticket.getId(), "solution");
        assertThat(paused.getState()).isEqualTo(Clock.StateEnum.PAUSED);
        assertThat(paused.getExplanation()).contains("It stands still since").contains("the status is");
        assertThat(paused.getDueAt()).as("nobody knows when it ends").isNull();
        assertThat(now.getVersion()).isLessThan(agent.tickets().getTicket(ticket.getId()).getVersion());
    }

    @Test
    void aTimeThatIsNamedIsKeptOrToldOf() throws Exception {
        folder.apply();
        Vendor.Account agent = vendor.newStaff("agent");
        Visitor me = agent.visitor();
        Ticket ticket = Drafts.filed(vendor, "call me back");
        me.tickets().changeTicket(ticket.getId(), new TicketChange().assigneeId(agent.id().toString()), "\"" + ticket.getVersion() + "\"");
        me.tickets().createMessage(ticket.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("will call at once").promisedAt(Instant.now().plusSeconds(2)), Vendor.newKey());
        await("it is over and told").atMost(Duration.ofSeconds(60)).until(() -> me.promises().listNotices(true, 50, null).getItems().stream().anyMatch(n -> n.getKind().equals("promise-broken")));
        List<Notice> told = me.in("en").promises().listNotices(true, 50, null).getItems();
        assertThat(told).filteredOn(n -> n.getKind().equals("promise-broken")).singleElement().satisfies(n -> {
            assertThat(n.getSubjectId()).isEqualTo(ticket.getId());
            assertThat(n.getText()).contains(ticket.getNumber()).contains("Time we named").contains("was not kept");
        });
        assertThat(clock(me, ticket.getId(), "promised-time").getBrokenAt()).isNotNull();
        me.promises().readNotice(told.get(0).getId(), Vendor.newKey());
        me.promises().readAllNotices(Vendor.newKey());
        assertThat(me.promises().listNotices(true, 50, null).getItems()).isEmpty();
        assertThat(Refusal.of(() -> vendor.newStaff("agent").visitor().promises().readNotice(told.get(0).getId(), Vendor.newKey())).status()).as("another's").isEqualTo(404);

        me.tickets().createMessage(ticket.getId(), new NewMessage().body("The visit is on its way").appointmentAt(Instant.now().plusSeconds(86_400)), Vendor.newKey());
        Clock appointment = clock(me, ticket.getId(), "appointment");
        assertThat(appointment.getMetric()).isEqualTo(ClockMetric.APPOINTMENT);
        assertThat(appointment.getKeepable()).isTrue();
        assertThat(me.promises().keepPromise(ticket.getId(), appointment.getId(), Vendor.newKey()).getState()).isEqualTo(Clock.StateEnum.FULFILLED);
        assertThat(Refusal.of(() -> me.promises().keepPromise(ticket.getId(), appointment.getId(), Vendor.newKey())).status()).isEqualTo(409);
        Clock solution = clock(me, ticket.getId(), "solution");
        assertThat(Refusal.of(() -> me.promises().keepPromise(ticket.getId(), solution.getId(), Vendor.newKey())).status()).as("that ends by itself").isEqualTo(409);
        assertThat(Refusal.of(() -> me.tickets().createMessage(ticket.getId(), new NewMessage().body("too late").promisedAt(Instant.now().minusSeconds(5)), Vendor.newKey())).pointers()).containsExactly("/promisedAt");
    }

    @Test
    void anAppointmentIsAReasonToOpenContactsUntilItWasKept() throws Exception {
        folder.apply();
        Visitor me = vendor.newStaff("agent").visitor();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(vendor, mail, "come and look");
        UUID customer = me.tickets().getTicket(ticket.getId()).getRequester().getId();
        NewReading visit = new NewReading().purpose(NewReading.PurposeEnum.VISIT).recordId(ticket.getId());
        NewTicketOpening here = new NewTicketOpening().purpose(NewTicketOpening.PurposeEnum.VISIT);
        assertThat(Refusal.of(() -> me.readings().openCustomer(customer, visit, Vendor.newKey())).status()).as("none was agreed").isEqualTo(409);
        me.tickets().createMessage(ticket.getId(), new NewMessage().body("We come tomorrow").appointmentAt(Instant.now().plusSeconds(86_400)), Vendor.newKey());
        assertThat(me.readings().openCustomer(customer, visit, Vendor.newKey()).getEmail()).isEqualTo(mail);
        assertThat(me.tickets().openTicket(ticket.getId(), here, Vendor.newKey()).getRequester().getEmail()).isEqualTo(mail);
        assertThat(vendor.newStaff("privacy-officer").visitor().readings().listReadings(customer, null, null, null, null, null, null).getItems())
                .extracting(r -> r.getPurpose() + " " + r.getRecordName()).containsExactly("visit " + ticket.getNumber(), "visit " + ticket.getNumber());

        UUID other = me.tickets().getTicket(Drafts.filed(vendor, "somebody else's").getId()).getRequester().getId();
        assertThat(Refusal.of(() -> me.readings().openCustomer(other, visit, Vendor.newKey())).status()).as("not his appointment").isEqualTo(404);
        assertThat(Refusal.of(() -> me.readings().openCustomer(customer, new NewReading().purpose(NewReading.PurposeEnum.VISIT), Vendor.newKey())).pointers()).containsExactly("/recordId");
        assertThat(Refusal.of(() -> Vendor.art().staff("agent").visitor().readings().openCustomer(customer, visit, Vendor.newKey())).status()).as("of another tenant").isEqualTo(404);

        me.promises().keepPromise(ticket.getId(), clock(me, ticket.getId(), "appointment").getId(), Vendor.newKey());
        assertThat(Refusal.of(() -> me.readings().openCustomer(customer, visit, Vendor.newKey())).status()).as("it is over").isEqualTo(409);
        assertThat(Refusal.of(() -> me.tickets().openTicket(ticket.getId(), here, Vendor.newKey())).status()).isEqualTo(409);
    }

    @Test
    void aDraftIsTriedOverRestAndWithThePlan() throws Exception {
        folder.apply();
        Drafts.filed(vendor, "of the past");
        Visitor administrator = vendor.newStaff("tenant-administrator").visitor();
        Instant now = Instant.now();
        NewPromiseTrial draft = new NewPromiseTrial().from(now.minusSeconds(3_600)).until(now.plusSeconds(60))
                .addFilesItem(new ConfigurationFile().path("promises.yaml").content(PROMISES.replace("limit: 2h", "limit: 1m")));
        PromiseTrial trial = administrator.promises().tryPromises(draft);
        assertThat(trial.getTickets()).isEqualTo(1);
        assertThat(trial.getBefore()).isZero();
        assertThat(Refusal.of(() -> vendor.newStaff("agent").visitor().promises().tryPromises(draft)).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> administrator.promises().tryPromises(new NewPromiseTrial().from(now).until(now.minusSeconds(1)).files(draft.getFiles()))).pointers()).containsExactly("/until");
        assertThat(Refusal.of(() -> administrator.promises().tryPromises(new NewPromiseTrial().from(now.minusSeconds(60)).until(now).addFilesItem(new ConfigurationFile().path("tenant.yaml").content("key: x"))))
                .pointers()).containsExactly("/files");
        assertThat(Refusal.of(() -> administrator.promises().tryPromises(new NewPromiseTrial().from(now.minusSeconds(60)).until(now)
                .addFilesItem(new ConfigurationFile().path("promises.yaml").content(PROMISES.replace("limit: 2h", "limit: 0h"))))).toString()).contains("promises.yaml:6");
        assertThat(Refusal.of(() -> Server.common().operator().promises().tryTenantPromises("never-was", draft)).status()).isEqualTo(404);
        assertThat(Server.common().operator().promises().tryTenantPromises(key, draft).getTickets()).isEqualTo(1);
        Launcher plan = Launcher.run(Server.common().home(), "tenant", "plan", Path.of(System.getProperty("pledgedesk.tenant-config"), "art-platform").toString(), "--try-days", "30");
        assertThat(plan.printed()).contains("tickets tried");
    }

    @Test
    void nobodyIsMailedInHisQuietHours() throws Exception {
        folder.apply();
        Visitor me = vendor.newStaff("agent").visitor();
        assertThat(me.promises().getQuietHours().getFrom()).isNull();
        assertThat(me.promises().setQuietHours(new QuietHours().from("22:00").to("07:00")).getTo()).isEqualTo("07:00");
        assertThat(me.promises().getQuietHours().getFrom()).isEqualTo("22:00");
        assertThat(Refusal.of(() -> me.promises().setQuietHours(new QuietHours().from("22:00"))).pointers()).containsExactly("/to");
        assertThat(Refusal.of(() -> me.promises().setQuietHours(new QuietHours().from("22:00").to("22:00"))).pointers()).containsExactly("/to");
        assertThat(Refusal.of(() -> me.promises().setQuietHours(new QuietHours().from("25:00").to("07:00"))).status()).isEqualTo(400);
        assertThat(me.promises().setQuietHours(new QuietHours()).getFrom()).isNull();
    }

    @Test
    void whatCannotBeKeptIsRefusedInThePlanWithItsPlace() throws Exception {
        Map<String, String> promises = Map.ofEntries(Map.entry("limit: 8h", "limit: 0h"), Map.entry("limit: 2h", "limit: -2h"), Map.entry("calendar: office, limit: 8h", "calendar: offices, limit: 8h"),
                Map.entry("warnAt: [50, 80]", "warnAt: [80, 50]"), Map.entry("limit: 3d", "limit: 9999d"), Map.entry("pauseIn: [pending]", "pauseIn: [closed]"), Map.entry("roles: [supervisor]", "roles: [director]"),
                Map.entry("- {after: 0m, roles: [supervisor]}", "- {after: 0m, roles: [supervisor]}\n      - {after: 1h, roles: [supervisor]}"),
                Map.entry("metric: acknowledge, limit: 2h", "metric: acknowledge"), Map.entry("metric: acknowledge,", "metric: stage,"),
                Map.entry("{key: inner, name: {zh-CN: 受理, en: Taken up}, metric: acknowledge,", "{key: inner, name: {zh-CN: 受理, en: Taken up}, metric: first-response,"),
                Map.entry(", en: First answer", ""));
        for (Map.Entry<String, String> change : promises.entrySet()) {
            assertThat(refused("promises.yaml", PROMISES, change)).as(change.getValue()).contains("promises.yaml:");
        }
        assertThat(refused("promises.yaml", PROMISES, Map.entry("policies:\n", "policies:\n  - {key: other, name: {zh-CN: 二, en: Other}, targets: [{key: a, name: {zh-CN: 甲, en: A}, metric: resolution, limit: 1h}]}\n"))).contains("same tickets");
        Map<String, String> calendars = Map.of("\"09:00-12:00\"", "\"12:00-09:00\"", "\"13:00-18:00\"", "\"11:00-18:00\"", "regions: [CN]", "regions: [XX]", "monday, tuesday", "monday, monday",
                "week:\n", "zone: Mars/Olympus\n    week:\n", "hours: [\"09:00-12:00\", \"13:00-18:00\"]", "hours: []");
        for (Map.Entry<String, String> change : calendars.entrySet()) {
            assertThat(refused("calendars.yaml", CALENDARS, change)).as(change.getValue()).contains("calendars.yaml:");
        }
        folder.with("promises.yaml", PROMISES).with("calendars.yaml", CALENDARS).apply();
    }

    private String refused(String file, String good, Map.Entry<String, String> change) {
        String bad = good.replace(change.getKey(), change.getValue());
        assertThat(bad).isNotEqualTo(good);
        String refusal = Refusal.of(folder.with(file, bad)::apply).toString();
        folder.with(file, good);
        return refusal;
    }
}
