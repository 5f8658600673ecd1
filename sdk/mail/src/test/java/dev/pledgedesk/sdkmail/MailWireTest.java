package dev.pledgedesk.sdkmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.Mail.Account;
import dev.pledgedesk.sdk.Mail.Letter;
import dev.pledgedesk.sdk.Mail.Look;
import dev.pledgedesk.sdk.Mail.Received;
import dev.pledgedesk.sdk.Secret;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail over the wire, to and from a real server. */
class MailWireTest {

    private static final MailRules ANYWHERE = rules((h, a) -> true, (h, a) -> true);
    private static final MailRules ENCRYPTED_ONLY = rules((h, a) -> true, (h, a) -> false);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final GreenMail server = new GreenMail(new ServerSetup[] {on("smtp"), on("imap"), on("imaps"), on("smtps")});
    private GreenMailUser user;

    private static ServerSetup on(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    private static MailRules rules(BiPredicate<String, InetAddress> encrypted, BiPredicate<String, InetAddress> plain) {
        return new MailRules() {
            @Override
            public boolean encrypted(String host, InetAddress address) {
                return encrypted.test(host, address);
            }

            @Override
            public boolean plain(String host, InetAddress address) {
                return plain.test(host, address);
            }
        };
    }

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("desk@vendor.test", "desk", "mailbox-password");
    }

    @AfterEach
    void stop() {
        server.stop();
        timer.shutdownNow();
    }

    private MailWire wire(MailRules rules) {
        return new MailWire(rules, timer, LIMIT, "*");
    }

    private Account account(String scheme, int port) {
        return new Account(URI.create(scheme + "://127.0.0.1:" + port), "desk", new Secret("mailbox-password"));
    }

    private Account imap() {
        return account("imap", server.getImap().getPort());
    }

    private static Letter letter(String subject, String text) {
        return new Letter("<one@vendor.test>", "desk@vendor.test", "客服 Desk", "desk@vendor.test", subject, text, List.of(new Mail.Header("Auto-Submitted", "auto-generated")));
    }

    private void put(String raw) throws Exception {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsSentIsReadAsItWasWritten() throws Exception {
        wire(ANYWHERE).send(account("smtp", server.getSmtp().getPort()), letter("您的申请 A-1", "第一行\nsecond line"));
        Look look = wire(ANYWHERE).look(imap(), "INBOX", "", 10);
        assertThat(look.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("您的申请 A-1");
            assertThat(mail.text()).isEqualTo("第一行\nsecond line");
            assertThat(mail.from()).isEqualTo("desk@vendor.test");
            assertThat(mail.fromName()).isEqualTo("客服 Desk");
            assertThat(mail.first("message-id")).isEqualTo("<one@vendor.test>");
            assertThat(mail.first("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.cut()).isFalse();
        });
    }

    @Test
    void bothWaysAreEncryptedFromTheFirstByte() throws Exception {
        wire(ENCRYPTED_ONLY).send(account("smtps", server.getSmtps().getPort()), letter("s", "t"));
        assertThat(wire(ENCRYPTED_ONLY).look(account("imaps", server.getImaps().getPort()), "INBOX", "", 10).mails()).hasSize(1);
    }

    @Test
    void aStrangersCertificateIsRefused() {
        MailWire wire = new MailWire(ENCRYPTED_ONLY, timer, LIMIT);
        assertThatThrownBy(() -> wire.check(account("imaps", server.getImaps().getPort()))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> wire.check(account("smtps", server.getSmtps().getPort()))).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsSaidInTheClearWhereThatIsNotAllowed() {
        assertThatThrownBy(() -> wire(ENCRYPTED_ONLY).check(imap())).isInstanceOf(IOException.class).hasMessageContaining("STARTTLS");
        assertThatThrownBy(() -> wire(ENCRYPTED_ONLY).send(account("smtp", server.getSmtp().getPort()), letter("s", "t"))).isInstanceOf(IOException.class).hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void addressesThatMayNotBeSpokenToAreNotConnectedTo() {
        MailRules none = rules((h, a) -> false, (h, a) -> false);
        assertThatThrownBy(() -> wire(none).check(imap())).isInstanceOf(IOException.class).hasMessageContaining("no address that may be spoken to");
        assertThatThrownBy(() -> wire(none).check(account("imaps", server.getImaps().getPort()))).isInstanceOf(IOException.class).hasMessageContaining("no address that may be spoken to");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        Account wrong = new Account(imap().server(), "desk", new Secret("wrong-password"));
        assertThatThrownBy(() -> wire(ANYWHERE).check(wrong)).isInstanceOf(IOException.class).hasMessageNotContaining("wrong-password");
        assertThatThrownBy(() -> wire(ANYWHERE).look(imap(), "NoSuchFolder", "", 1)).isInstanceOf(IOException.class).hasMessageContaining("NoSuchFolder");
    }

    @Test
    void everyMailIsSeenOnceInItsOrder() throws Exception {
        MailWire wire = wire(ANYWHERE);
        String cursor = wire.look(imap(), "INBOX", "", 2).cursor();
        for (int i = 1; i <= 5; i++) {
            put("From: a@b.test\nSubject: mail " + i + "\n\ntext");
        }
        Look first = wire.look(imap(), "INBOX", cursor, 2);
        Look second = wire.look(imap(), "INBOX", first.cursor(), 2);
        Look third = wire.look(imap(), "INBOX", second.cursor(), 2);
        assertThat(List.of(first, second, third)).flatExtracting(Look::mails).extracting(Received::subject).containsExactly("mail 1", "mail 2", "mail 3", "mail 4", "mail 5");
        Look none = wire.look(imap(), "INBOX", third.cursor(), 2);
        assertThat(none.mails()).isEmpty();
        assertThat(none.cursor()).isEqualTo(third.cursor());
    }

    @Test
    void atFirstOnlyWhatNobodyHasSeenCounts() throws Exception {
        put("From: a@b.test\nSubject: seen\n\ntext");
        put("From: a@b.test\nSubject: new\n\ntext");
        server.getManagers().getImapHostManager().getInbox(user).setFlags(new jakarta.mail.Flags(jakarta.mail.Flags.Flag.SEEN), true,
                server.getManagers().getImapHostManager().getInbox(user).getMessageUids()[0], null, false);
        Look look = wire(ANYWHERE).look(imap(), "INBOX", "", 10);
        assertThat(look.mails()).extracting(Received::subject).containsExactly("new");
        assertThat(wire(ANYWHERE).look(imap(), "INBOX", "", 10).mails()).as("looking changes nothing").extracting(Received::subject).containsExactly("new");
    }

    @Test
    void whatCameSinceCountsWhoeverHasReadIt() throws Exception {
        put("From: a@b.test\nSubject: old\n\ntext");
        var inbox = server.getManagers().getImapHostManager().getInbox(user);
        inbox.setFlags(new jakarta.mail.Flags(jakarta.mail.Flags.Flag.SEEN), true, inbox.getMessageUids()[0], null, false);
        String cursor = wire(ANYWHERE).look(imap(), "INBOX", "", 10).cursor();
        put("From: a@b.test\nSubject: read by a colleague\n\ntext");
        inbox.setFlags(new jakarta.mail.Flags(jakarta.mail.Flags.Flag.SEEN), true, inbox.getMessageUids()[1], null, false);
        put("From: a@b.test\nSubject: new\n\ntext");
        assertThat(wire(ANYWHERE).look(imap(), "INBOX", cursor, 10).mails()).extracting(Received::subject).containsExactly("read by a colleague", "new");
    }

    @Test
    void aMailOfCountlessPartsIsNotTakenApart() throws Exception {
        put("From: a@b.test\nSubject: parts\nContent-Type: multipart/mixed; boundary=x\n\n" + "--x\n\n\n".repeat(200_000) + "--x--\n");
        assertThat(wire(ANYWHERE).look(imap(), "INBOX", "", 10).mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("parts");
            assertThat(mail.cut()).isTrue();
        });
    }

    @Test
    void webPagesAreReadAsWordsAndFilesAreKept() throws Exception {
        put("""
                From: =?UTF-8?B?5byg5LiJ?= <zhang@customer.test>
                Subject: =?GBK?B?xOO6ww==?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {color: red}</style></head><body><p>水龙头漏水</p><p>since <b>Monday</b><br>help</p><script>alert(1)</script></body></html>
                --x
                Content-Type: application/octet-stream; name="=?UTF-8?B?5Zu+54mHLnBuZw==?="
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --x--
                """);
        assertThat(wire(ANYWHERE).look(imap(), "INBOX", "", 10).mails()).singleElement().satisfies(mail -> {
            assertThat(mail.fromName()).isEqualTo("张三");
            assertThat(mail.subject()).isEqualTo("你好");
            assertThat(mail.text()).isEqualTo("水龙头漏水\nsince Monday\nhelp");
            assertThat(mail.parts()).singleElement().satisfies(part -> {
                assertThat(part.fileName()).isEqualTo("图片.png");
                assertThat(part.content()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            });
        });
    }

    @Test
    void brokenMailsAreReadAsFarAsTheyGo() throws Exception {
        put("From: nobody at all\nSubject: broken\nContent-Type: multipart/mixed; boundary=missing\n\nno parts here");
        put("From: a@b.test\nSubject: odd charset\nContent-Type: text/plain; charset=klingon\n\nstill read");
        put("Subject: no sender\n\nx");
        List<Received> mails = wire(ANYWHERE).look(imap(), "INBOX", "", 10).mails();
        assertThat(mails).extracting(Received::subject).containsExactly("broken", "odd charset", "no sender");
        assertThat(mails.get(1).text()).isEqualTo("still read");
        assertThat(mails.get(2).from()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsLeftOutAndTold() throws Exception {
        String line = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n";
        put("From: a@b.test\nSubject: large\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nsee the film\n--x\nContent-Type: video/mp4; name=film.mp4\nContent-Transfer-Encoding: base64\n\n"
                + line.repeat(350_000) + "--x--\n");
        assertThat(wire(ANYWHERE).look(imap(), "INBOX", "", 10).mails()).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("see the film");
            assertThat(mail.parts()).isEmpty();
            assertThat(mail.cut()).isTrue();
        });
    }

    @Test
    void aServerThatSaysNothingIsLeftInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailWire wire = new MailWire(ANYWHERE, timer, Duration.ofMillis(300), "*");
            assertThatThrownBy(() -> wire.check(account("imap", silent.getLocalPort()))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> wire.check(account("smtps", silent.getLocalPort()))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatTheServerNeverTakesIsToldApart() throws FolderException {
        assertThatThrownBy(() -> wire(ANYWHERE).send(account("smtp", server.getSmtp().getPort()), new Letter("<x@y>", "desk@vendor.test", "", "no address", "s", "t", List.of())))
                .isInstanceOf(IOException.class);
    }
}
