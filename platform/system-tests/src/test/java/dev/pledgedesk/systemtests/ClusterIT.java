package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Browser;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folders;
import dev.pledgedesk.systemtests.desk.Ledger;
import dev.pledgedesk.systemtests.desk.LiveStream;
import dev.pledgedesk.systemtests.desk.Load;
import dev.pledgedesk.systemtests.desk.Nodes;
import dev.pledgedesk.systemtests.desk.PatientClient;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL behind one proxy that knows no sticky sessions. The last tests restart and kill them. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class ClusterIT {

    private static final Duration CONFIGURED = Duration.ofSeconds(10);
    private static final Duration REVOKED = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LOAD_SECONDS = 3;
    private static final int CLIENTS = 4;
    private static final int PAUSE_MILLIS = 100;

    private static Nodes nodes;
    private static Vendor art;
    private static Vendor appliance;
    private static Vendor.Account agent;

    @BeforeAll
    static void start() throws Exception {
        nodes = new Nodes(Server.output().resolve("nodes"));
        art = nodes.vendor("art-platform", "art.localhost");
        appliance = nodes.vendor("smart-appliance", "appliance.localhost");
        agent = art.newStaff("agent");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @Order(1)
    void aNodeWithAKeyOfItsOwnSaysSoAndDoesNotStart() {
        assertThatThrownBy(() -> Server.start(Server.output().resolve("nodes/stranger"), Server.freePort(), nodes.settings()))
                .hasMessageContaining("ended with 19").hasMessageContaining("is not the one of the other nodes on this database. Set PLEDGEDESK_KEYS");
    }

    @Test
    @Order(2)
    void aFormThatOneNodeMadeIsTakenByTheOther() throws Exception {
        int before = nodes.proxy().served(nodes.address(0));
        int beforeToo = nodes.proxy().served(nodes.address(1));
        Browser browser = new Browser(nodes.proxy().address(), art.portal().getAuthority());
        HttpResponse<String> in = browser.submit("/console/sign-in", "/console/sign-in", Map.of("name", agent.login(), "password", agent.password()));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        HttpResponse<String> filed = browser.submit("/console/new?type=" + Drafts.QUESTION, "/console/new", Map.of("name", "Li Na", "email", Vendor.newAddress(),
                "subject", "from node to node", "description", "text", "priority", "normal", "channel", "phone"), "files", "note.txt", "a file");
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(303);
        String ticket = URI.create(filed.headers().firstValue("Location").orElseThrow()).getPath();
        for (int look = 0; look < 4; look++) {
            assertThat(browser.open(ticket).body()).contains("from node to node", "note.txt");
        }
        HttpResponse<String> said = browser.submit(ticket, ticket + "/messages", Map.of("kind", "reply", "body", "said on the other node"), "files", "second.txt", "more");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(303);
        assertThat(browser.open(ticket).body()).contains("said on the other node", "second.txt");
        assertThat(nodes.proxy().served(nodes.address(0))).isGreaterThan(before + 3);
        assertThat(nodes.proxy().served(nodes.address(1))).isGreaterThan(beforeToo + 3);
    }

    @Test
    @Order(2)
    void theSchemeThatATrustedProxyTellsCounts() {
        Visitor guest = art.guest().through(nodes.address(1));
        assertThat(guest.send("GET", "/console/sign-in", null, "X-Forwarded-Proto", "https").header("Set-Cookie")).startsWith("__Host-").contains("Secure");
        assertThat(guest.send("GET", "/console", null, "X-Forwarded-Proto", "https").header("Location")).startsWith("https://" + guest.host() + "/");
        assertThat(guest.send("GET", "/console/sign-in", null).header("Set-Cookie")).doesNotStartWith("__Host-");
    }

    @Test
    @Order(3)
    void whatHappensOnOneNodeShowsOnTheOthersOpenPages() throws Exception {
        try (LiveStream here = new LiveStream(nodes.address(1), agent.visitor()); LiveStream elsewhere = new LiveStream(nodes.address(1), agentOf(appliance))) {
            Visitor guest = art.guest().through(nodes.address(0));
            Ticket filed = guest.tickets().createTicket(Drafts.question("live").requester(Drafts.guest(Vendor.newAddress())), Vendor.newKey());
            await("the event").atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> here.lines().stream().anyMatch(l -> l.contains(filed.getId().toString())));
            assertThat(elsewhere.lines()).as("another vendor's page").noneMatch(l -> l.contains(filed.getId().toString()));
        }
    }

    private static Visitor agentOf(Vendor vendor) {
        return vendor.staff("agent").visitor();
    }

    @Test
    @Order(4)
    void configurationAndRevocationReachTheOtherNodeInTime() throws Exception {
        Visitor here = art.newStaff("agent").visitor().through(nodes.address(0));
        Visitor there = here.through(nodes.address(1));
        there.identity().getMe();
        assertThat(portal(1)).contains("Lanjian Art").doesNotContain("Lanjian Gallery");

        here.identity().revokeToken();
        nodes.operator().through(nodes.address(0)).tenants().applyConfiguration("art-platform",
                Folders.read("art-platform").edit("tenant.yaml", "en: Lanjian Art", "en: Lanjian Gallery").asked(), Vendor.newKey());
        await("the new configuration").atMost(CONFIGURED).pollInterval(Duration.ofMillis(100)).until(() -> portal(1).contains("Lanjian Gallery"));
        await("the end of the session").atMost(REVOKED).pollInterval(Duration.ofMillis(200)).until(() -> there.send("GET", "/api/v1/me", null).status() == 401);
    }

    private static String portal(int node) {
        return art.guest().through(nodes.address(node)).send("GET", "/", null).text();
    }

    @Test
    @Order(5)
    void aMailIsSentOnceWithTheAddressOfTheProxy() throws Exception {
        String address = Vendor.newAddress();
        for (int i = 0; i < 10; i++) {
            Drafts.filed(art, address, "mail " + i);
        }
        await("ten mails").atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> mailsTo(address).size() >= 10);
        new Ledger(reader(), nodes.database()).settle();
        assertThat(mailsTo(address)).hasSize(10);
        for (MimeMessage mail : mailsTo(address)) {
            assertThat(mail.getContent().toString()).contains(art.portal() + "t/");
        }
    }

    private static PatientClient reader() {
        return new PatientClient(art.staff(Vendor.EVERYTHING).visitor(), nodes.addresses());
    }

    private static List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : nodes.mailServer().getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                found.add(mail);
            }
        }
        return found;
    }

    @Test
    @Order(5)
    void whoIsForgottenHearsOfItOnceAndNothingOfThatMailStays() throws Exception {
        String address = Vendor.newAddress();
        UUID customer = agent.visitor().tickets().getTicket(Drafts.filed(art, address, "to be forgotten").getId()).getRequester().getId();
        String receipt = art.staff("privacy-officer").visitor().erasures().eraseCustomer(customer, new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey()).getReceipt();
        await("the last mail").atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> mailsTo(address).stream().anyMatch(m -> said(m).replaceAll("\\s", "").contains(receipt)));
        await("its end").atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> nodes.database().ask("select id from outgoing_mail where id = person_id").isEmpty());
        assertThat(nodes.database().ask("select id from outgoing_mail where person_id = '" + customer + "'")).isEmpty();
        assertThat(mailsTo(address).stream().filter(m -> said(m).replaceAll("\\s", "").contains(receipt))).hasSize(1);
    }

    private static String said(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    @Order(6)
    void aRollingRestartDropsNoRequest() throws Exception {
        LiveStream open = new LiveStream(nodes.address(0), agent.visitor());
        try (Load load = new Load("rolling", agent.visitor(), CLIENTS, PAUSE_MILLIS, List.of(nodes.proxy().address()))) {
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            nodes.restart(0);
            assertThat(open.isEnded()).as("streams are ended, not cut off").isTrue();
            assertThat(open.lines()).as("and say when to come back").contains("retry: 1000");
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            nodes.restart(1);
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            List<Load.Filed> filed = load.stop();
            System.out.println("rolling restart: " + load.acknowledged() + " writes acknowledged, " + load.repeated().size() + " requests repeated");
            assertThat(nodes.proxy().failures()).isEmpty();
            assertThat(load.repeated()).as("requests that a client had to repeat").isEmpty();
            Ledger ledger = new Ledger(reader(), nodes.database());
            ledger.settle();
            ledger.balance(load, filed);
            ledger.mailsAreWrittenOnce(filed);
            ledger.journalHolds();
            assertThat(mailsTo(load.address())).as("on the wire").hasSize(2 * filed.size());
        }
    }

    @Test
    @Order(7)
    void aKilledNodeLosesNothingAndDoublesNothing() throws Exception {
        try (Load load = new Load("killed", agent.visitor(), CLIENTS, PAUSE_MILLIS, nodes.addresses())) {
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            nodes.server(0).kill();
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            List<Load.Filed> filed = load.stop();
            System.out.println("killed node: " + load.acknowledged() + " writes acknowledged, " + load.repeated().size() + " requests repeated");
            assertThat(load.repeated()).isNotEmpty();
            Ledger ledger = new Ledger(reader(), nodes.database());
            ledger.settle();
            ledger.balance(load, filed);
            ledger.mailsAreWrittenOnce(filed);
            ledger.journalHolds();
            List<String> onTheWire = new ArrayList<>();
            for (MimeMessage mail : mailsTo(load.address())) {
                onTheWire.add(mail.getMessageID());
            }
            assertThat(new HashSet<>(onTheWire)).hasSize(2 * filed.size());
            // What the mail server had taken and the killed node could not note any more goes out again, recognisable by its Message-ID.
            assertThat(onTheWire).hasSizeLessThanOrEqualTo(2 * filed.size() + 1);
        }
    }
}
