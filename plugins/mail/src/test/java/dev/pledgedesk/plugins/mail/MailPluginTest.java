package dev.pledgedesk.plugins.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.InboundChannel.Item;
import dev.pledgedesk.sdk.InboundChannel.Message;
import dev.pledgedesk.sdk.InboundChannel.Report;
import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.NotificationChannel.Refused;
import dev.pledgedesk.sdk.NotificationChannel.Taken;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdkmail.MailRules;
import dev.pledgedesk.sdkmail.MailWire;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mail plugin: the contract of every plugin, and mail by a real server. */
class MailPluginTest extends PluginContract {

    private static final String MESSAGE = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String TOKEN = "Rk9PQkFSQkFaMTIzNDU2";
    private static final String DESK = "desk@vendor.test";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
    private GreenMailUser mailbox;

    @BeforeEach
    void start() {
        server.start();
        mailbox = server.setUser(DESK, "desk", Instances.SECRET);
    }

    @AfterEach
    void stop() {
        server.stop();
        timer.shutdownNow();
    }

    @Override
    protected DeskPlugin plugin() {
        return new MailPlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return contribution.equals("smtp") ? Map.of("server", "smtps://mail.vendor.test", "user", "desk", "password", "mail") : Map.of("server", "imaps://mail.vendor.test", "user", "desk", "password", "mail");
    }

    private TestContext real() {
        return new TestContext().mailing(new MailWire(new MailRules() {
            @Override
            public boolean encrypted(String host, InetAddress address) {
                return true;
            }

            @Override
            public boolean plain(String host, InetAddress address) {
                return true;
            }
        }, timer, Duration.ofSeconds(10)));
    }

    private NotificationChannel smtp(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("server", "smtp://127.0.0.1:" + server.getSmtp().getPort(), "user", "desk", "password", "mail"));
        settings.putAll(more);
        return Instances.make(NotificationChannel.class, Instances.offered(plugin(), "smtp"), settings, real());
    }

    private InboundChannel imap(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("server", "imap://127.0.0.1:" + server.getImap().getPort(), "user", "desk", "password", "mail", "own", List.of(DESK)));
        settings.putAll(more);
        return Instances.make(InboundChannel.class, Instances.offered(plugin(), "imap"), settings, real());
    }

    private static NotificationChannel.Message message(String to) {
        return new NotificationChannel.Message(MESSAGE, to, DESK, "厂商客服", "回复 A-1", "您好", Optional.of(TOKEN));
    }

    private void comes(String raw) throws Exception {
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private Item only(Map<String, ?> settings) throws Exception {
        List<Item> items = imap(settings).fetch("", 10).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private Message mail(String headers, String text, Map<String, ?> settings) throws Exception {
        comes("From: Zhang San <zhang@customer.test>\nTo: " + DESK + "\nSubject: Re: A-1\n" + headers + "\n" + text);
        return (Message) only(settings);
    }

    @Test
    void whatAnswersAMailOfOursCarriesItsToken() throws Exception {
        GreenMailUser customer = server.setUser("zhang@customer.test", "zhang", "pw");
        assertThat(smtp(Map.of("replyTo", DESK)).send(message("zhang@customer.test"))).isEqualTo(new Taken(MESSAGE));
        MimeMessage got = server.getReceivedMessagesForDomain("customer.test")[0];
        assertThat(got.getFrom()[0].toString()).contains(DESK);
        assertThat(got.getReplyTo()[0]).hasToString(DESK);
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getSubject()).isEqualTo("回复 A-1");
        assertThat(customer).isNotNull();
        MimeMessage answer = (MimeMessage) got.reply(false);
        answer.setFrom("zhang@customer.test");
        answer.setText("谢谢！\n\n在 2026年3月1日，客服写道：\n> 您好\n", "UTF-8");
        mailbox.deliver(answer);
        assertThat(only(Map.of())).isInstanceOfSatisfying(Message.class, m -> {
            assertThat(m.threads()).containsExactly(TOKEN);
            assertThat(m.from()).isEqualTo("zhang@customer.test");
            assertThat(m.text()).isEqualTo("谢谢！");
            assertThat(m.trust()).isEqualTo(Trust.UNPROVED);
            assertThat(m.automatic()).isFalse();
        });
    }

    @Test
    void everyMailIsBroughtOnceUnderTheSameName() throws Exception {
        comes("From: a@b.test\nMessage-ID: <1@b.test>\nSubject: one\n\nfirst");
        comes("From: a@b.test\nSubject: two\n\nsecond");
        InboundChannel imap = imap(Map.of());
        InboundChannel.Batch first = imap.fetch("", 1);
        InboundChannel.Batch second = imap.fetch(first.cursor(), 1);
        assertThat(first.more()).isTrue();
        assertThat(List.of(first, second)).flatExtracting(InboundChannel.Batch::items).extracting(i -> ((Message) i).subject()).containsExactly("one", "two");
        assertThat(imap.fetch(second.cursor(), 1)).satisfies(none -> assertThat(none.items()).isEmpty());
        assertThat(imap.fetch("", 1).items().get(0).id()).isEqualTo(first.items().get(0).id()).doesNotContain("b.test");
    }

    @Test
    void machinesAreToldApart() throws Exception {
        assertThat(mail("Auto-Submitted: auto-replied\n", "I am away", Map.of()).automatic()).isTrue();
        assertThat(Machines.wrote(received("Precedence", "bulk"))).isTrue();
        assertThat(Machines.wrote(received("List-Id", "<list.test>"))).isTrue();
        assertThat(Machines.wrote(received("Auto-Submitted", "no"))).isFalse();
        assertThat(Machines.wrote(received("Return-Path", "<>"))).isTrue();
    }

    private static Mail.Received received(String header, String value) {
        return new Mail.Received(List.of(new Mail.Header(header, value)), "a@b.test", "", "s", "t", java.time.Instant.EPOCH, List.of(), false);
    }

    @Test
    void onlyTheReceivingServersOwnVerdictCounts() throws Exception {
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; spf=pass; dmarc=pass header.from=b.test"), "mx.vendor.test")).isEqualTo(Trust.PROVED);
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; dmarc=fail (p=none; dmarc=pass) header.from=b.test"), "mx.vendor.test")).isEqualTo(Trust.SUSPECT);
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; dmarc=fail"), null)).isEqualTo(Trust.UNPROVED);
        assertThat(Verdicts.of(received("Authentication-Results", "elsewhere.test; dmarc=pass"), "mx.vendor.test")).isEqualTo(Trust.UNPROVED);
        assertThat(Verdicts.of(received("X-Spam-Flag", "YES"), null)).isEqualTo(Trust.SUSPECT);
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; spf=pass smtp.mailfrom=dmarc=pass@evil.test; dmarc=fail header.from=b.test"), "mx.vendor.test")).as("in an address").isEqualTo(Trust.SUSPECT);
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; spf=pass (a (dmarc=pass) ; dmarc=pass) smtp.mailfrom=\"; dmarc=pass\"@evil.test; dmarc=fail"), "mx.vendor.test")).as("in remarks").isEqualTo(Trust.SUSPECT);
        assertThat(Verdicts.of(received("Authentication-Results", "mx.vendor.test; dmarc=pass header.from=other.test"), "mx.vendor.test")).as("about somebody else").isEqualTo(Trust.SUSPECT);
        assertThat(mail("Authentication-Results: mx.vendor.test; dmarc=fail\nAuthentication-Results: mx.vendor.test; dmarc=pass\n", "forged below", Map.of("verdictsOf", "mx.vendor.test")).trust()).isEqualTo(Trust.SUSPECT);
    }

    @Test
    void whoMustProveHimselfWaitsUntilHeDoes() throws Exception {
        assertThat(mail("", "x", Map.of("unproved", "hold")).trust()).isEqualTo(Trust.SUSPECT);
    }

    @Test
    void theDesksOwnMailsGoRoundNoMore() throws Exception {
        comes("From: " + DESK + "\nSubject: A-1\n\nround and round");
        assertThat(only(Map.of())).isInstanceOfSatisfying(Message.class, m -> {
            assertThat(m.automatic()).isTrue();
            assertThat(m.trust()).isEqualTo(Trust.SUSPECT);
        });
    }

    @Test
    void bouncesNameTheMailThatCameBack() throws Exception {
        comes(bounce("failed", "5.1.1", "smtp; 550 no such\n  mailbox"));
        assertThat(only(Map.of())).isInstanceOfSatisfying(Report.class, r -> {
            assertThat(r.message()).isEqualTo(MESSAGE);
            assertThat(r.arrived()).isFalse();
            assertThat(r.reason()).isEqualTo("5.1.1 550 no such mailbox");
        });
    }

    @Test
    void aMailThatIsOnlyLateSaysNothing() throws Exception {
        comes(bounce("delayed", "4.4.1", "smtp; 450 later"));
        InboundChannel.Batch batch = imap(Map.of()).fetch("", 10);
        assertThat(batch.items()).isEmpty();
        assertThat(batch.more()).isTrue();
    }

    private static String bounce(String action, String status, String said) {
        return """
                From: MAILER-DAEMON@mx.customer.test
                To: desk@vendor.test
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.customer.test

                Final-Recipient: rfc822; zhang@customer.test
                Action: %s
                Status: %s
                Diagnostic-Code: %s

                --b
                Content-Type: message/rfc822

                Message-ID: <%s.t-%s@vendor.test>
                Subject: =?UTF-8?B?5Zue5aSN?=

                text
                --b--
                """.formatted(action, status, said, MESSAGE, TOKEN);
    }

    @Test
    void whatIsRepeatedIsCutAndNothingElse() {
        assertThat(Quotes.cut("Thanks.\n\nOn Mon, 2 Mar 2026 at 10:00, Desk <desk@vendor.test> wrote:\n> Hello\n> there")).isEqualTo("Thanks.");
        assertThat(Quotes.cut("Thanks.\n\nOn Mon, 2 Mar 2026 at 10:00, a person with a long name\n<desk@vendor.test> wrote:\n\n> Hello")).isEqualTo("Thanks.");
        assertThat(Quotes.cut("好的\n\n发件人: 客服\n发送时间: 2026年3月1日\n收件人: 张三\n主题: A-1\n\n您好")).isEqualTo("好的");
        assertThat(Quotes.cut("好的\n\n---原始邮件---\n发件人：客服")).isEqualTo("好的");
        assertThat(Quotes.cut("On Monday my neighbour wrote:\nit is broken")).as("no quoted line follows, but all is left").isNotEmpty();
        assertThat(Quotes.cut("> is it broken?\nyes\n> since when?\nMonday")).isEqualTo("> is it broken?\nyes\n> since when?\nMonday");
        assertThat(Quotes.cut("> only quoted")).isEqualTo("> only quoted");
        assertThat(Quotes.cut("From: is a word\nlike any other")).isEqualTo("From: is a word\nlike any other");
    }

    @Test
    void mailsThatAreMadeToBreakItStandInNobodysWay() throws Exception {
        comes("From: a@b.test\nSubject: report\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction: x\n" + " y\n".repeat(100_000) + "--b--\n");
        comes("Subject: of nobody\n\nx");
        comes("From: a@b.test\nSubject: quotes\n\n" + "在aaaa写道:\n".repeat(10_000) + "> x\nend");
        comes("From: a@b.test\nSubject: references\nReferences: " + "<t-aaaaaaaa@".repeat(50_000) + "\n\nx");
        comes("From: a@b.test\nSubject: good\n\nx");
        long begin = System.nanoTime();
        assertThat(imap(Map.of()).fetch("", 10).items()).extracting(i -> ((Message) i).subject()).containsExactly("of nobody", "quotes", "references", "good");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void filesComeAlong() throws Exception {
        comes("From: a@b.test\nSubject: s\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nsee\n--x\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\naGk=\n--x--\n");
        assertThat(((Message) only(Map.of())).files()).singleElement().satisfies(f -> assertThat(f.name()).isEqualTo("part-1.jpg"));
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThat(Instances.findings(Instances.offered(plugin(), "smtp"), Map.of("server", "imaps://x.test"))).singleElement().asString().contains("smtps://");
        assertThat(Instances.findings(Instances.offered(plugin(), "smtp"), Map.of("server", "smtps://x.test", "user", "u"))).singleElement().asString().contains("come together");
        assertThat(Instances.findings(Instances.offered(plugin(), "imap"), Map.of("server", "https://x.test", "user", "u", "password", "p"))).singleElement().asString().contains("imaps://");
        assertThat(Instances.findings(Instances.offered(plugin(), "smtp"), Map.of("server", "smtps://x.test", "from", "nobody"))).singleElement().asString().startsWith("/from");
    }

    @Test
    void settingsThatDoNotWorkAreFoundBeforeTheyCount() throws Exception {
        ((SelfTest) imap(Map.of())).test();
        ((SelfTest) smtp(Map.of())).test();
        assertThatThrownBy(() -> ((SelfTest) imap(Map.of("user", "nobody"))).test()).hasMessageNotContaining(Instances.SECRET);
        assertThatThrownBy(() -> ((SelfTest) imap(Map.of("folder", "nowhere"))).test()).hasMessageContaining("nowhere");
    }

    @Test
    void aRefusalForGoodIsNoFailure() throws Exception {
        NotificationChannel smtp = Instances.make(NotificationChannel.class, Instances.offered(plugin(), "smtp"), settings("smtp"), new TestContext().mailing(new RefusingServer()));
        assertThat(smtp.send(message("nobody@customer.test"))).isEqualTo(new Refused("550 no such mailbox"));
    }

    /** A server that takes nothing. */
    private static final class RefusingServer implements Mail {

        @Override
        public void send(Account account, Letter letter) throws Refused {
            throw new Refused("550 no such mailbox");
        }

        @Override
        public Look look(Account account, String folder, String cursor, int most) {
            return new Look(List.of(), cursor);
        }

        @Override
        public void check(Account account) {
            // Anybody is let in.
        }
    }
}
