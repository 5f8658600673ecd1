package dev.pledgedesk.systemtests.desk;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A mail server of a vendor's, on loopback: SMTP for what the desk sends, IMAP for the mailbox that it looks into, and mailboxes of customers. */
public final class MailHost implements AutoCloseable {

    /** Password of the desk's account. */
    public static final String PASSWORD = "the password of the mailbox";
    /** What the receiving server calls itself in its verdicts. */
    public static final String NAME = "mx.vendor.example";

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final String desk;
    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(Server.freePort(), "127.0.0.1", "smtp"), new ServerSetup(Server.freePort(), "127.0.0.1", "imap")});
    private GreenMailUser mailbox;

    /** With a mailbox of the desk's. */
    public MailHost(String desk) {
        this.desk = desk;
        start();
    }

    /** Is there, empty. */
    public void start() {
        server.start();
        mailbox = server.setUser(desk, "desk", PASSWORD);
    }

    /** Is away. */
    public void stop() {
        server.stop();
    }

    /** Settings of the plugin that sends; the password by the name of its secret. */
    public Map<String, Object> smtp(String secret) {
        return Map.of("server", "smtp://127.0.0.1:" + server.getSmtp().getPort(), "user", "desk", "password", secret, "from", desk, "replyTo", desk);
    }

    /** Settings of the plugin that looks into the mailbox. */
    public Map<String, Object> imap(String secret) {
        return Map.of("server", "imap://127.0.0.1:" + server.getImap().getPort(), "user", "desk", "password", secret, "every", "5s", "own", List.of(desk), "verdictsOf", NAME);
    }

    /** A mail lands in the desk's mailbox, as it stands. */
    public void comes(String raw) {
        try {
            mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** Somebody answers a mail of the desk's by his mail program. */
    public void answers(MimeMessage mail, String from, String text, String... headers) {
        try {
            MimeMessage answer = (MimeMessage) mail.reply(false);
            answer.setFrom(from);
            answer.setText(text, "UTF-8");
            for (int i = 0; i < headers.length; i += 2) {
                answer.setHeader(headers[i], headers[i + 1]);
            }
            answer.saveChanges();
            mailbox.deliver(answer);
        } catch (MessagingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** Waits until so many mails went to an address; gives the newest of them. */
    public MimeMessage await(String address, int count) {
        List<MimeMessage> all = Awaitility.await(count + " mails to " + address).atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> to(address), mails -> mails.size() >= count);
        return all.get(all.size() - 1);
    }

    /** What went to an address so far, the oldest first. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(m -> isTo(m, address)).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients() != null && mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException broken) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
