package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.Mail.Account;
import dev.pledgedesk.sdk.Mail.Look;
import dev.pledgedesk.sdk.Mail.Part;
import dev.pledgedesk.sdk.Mail.Received;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdk.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks into a mailbox of the vendor's. */
final class Receiver implements InboundChannel, SelfTest {

    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 100_000;

    /** What becomes of a mail of which nothing says whether its sender is the one. */
    enum Unproved {
        /** It is taken; it joins a conversation only by that conversation's own token. */
        ACCEPT,
        /** It waits for staff. */
        HOLD
    }

    /**
     * Which mailbox, and whom to believe.
     *
     * @param own          addresses that the vendor's own mails come from
     * @param verdictsOf   name by which the receiving server signs its Authentication-Results; null to believe none
     */
    record Settings(@Setting(en = "Server, such as imaps://mail.example.com", zhCn = "服务器，例如 imaps://mail.example.com") URI server, @Setting(en = "User", zhCn = "用户名") String user,
            @Setting(en = "Password", zhCn = "密码") Secret password, @Setting(en = "Folder", zhCn = "文件夹", preset = "INBOX", min = 1, max = 200) String folder,
            @Setting(en = "Look every", zhCn = "查看间隔", preset = "60s") Duration every,
            @Setting(en = "Addresses that the desk's own mails come from", zhCn = "本系统发件地址", max = 20) List<String> own,
            @Setting(en = "Name of the receiving server in Authentication-Results", zhCn = "Authentication-Results 中收件服务器的名称", optional = true) String verdictsOf,
            @Setting(en = "Mails of senders that nothing proves", zhCn = "发件人未经证实的邮件", preset = "accept") Unproved unproved) {

        /** Refuses what is no account. */
        Settings {
            Servers.account(server, "imap", user, password);
        }
    }

    private final Settings settings;
    private final Account account;
    private final Mail mail;

    Receiver(Settings settings, Mail mail) {
        this.settings = settings;
        this.account = Servers.account(settings.server(), "imap", settings.user(), settings.password());
        this.mail = mail;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void test() throws IOException {
        mail.look(account, settings.folder(), "", 1);
    }

    @Override
    public Batch fetch(String cursor, int most) throws IOException {
        Look look = mail.look(account, settings.folder(), cursor, Math.min(most, MOST));
        return new Batch(look.mails().stream().map(this::understood).flatMap(Optional::stream).toList(), look.cursor(), !look.mails().isEmpty());
    }

    /** What a mail is; one that is made so that it cannot be understood waits for staff, and stands in nobody's way. */
    private Optional<Item> understood(Received received) {
        try {
            return item(received);
        } catch (RuntimeException | StackOverflowError odd) {
            return Optional.of(new Message(id(received), Reach.MAIL, received.from(), "", received.subject(), cut(received.text()), received.at(), List.of(), Trust.SUSPECT, true, List.of(), true));
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** What a mail is; empty for one that says only that another one is late. */
    private Optional<Item> item(Received received) {
        String id = id(received);
        return Bounces.isReport(received) ? Bounces.read(received).map(r -> new Report(id, r.message(), r.arrived(), r.reason())) : Optional.of(message(id, received));
    }

    private Message message(String id, Received received) {
        Trust said = Verdicts.of(received, settings.verdictsOf());
        boolean own = settings.own().stream().anyMatch(a -> a.equalsIgnoreCase(received.from()));
        // A mail in its own name that the desk did not write, or one that went round: nobody answers to it.
        Trust trust = own || said == Trust.UNPROVED && settings.unproved() == Unproved.HOLD ? Trust.SUSPECT : said;
        return new Message(id, Reach.MAIL, received.from(), received.fromName(), received.subject(), cut(Quotes.cut(received.text())), received.at(), Threads.of(received), trust,
                own || Machines.wrote(received), files(received), received.cut());
    }

    private static List<File> files(Received received) {
        List<File> files = new ArrayList<>();
        for (Part part : received.parts()) {
            files.add(new File(part.fileName().isBlank() ? "part-" + (files.size() + 1) + ending(part.contentType()) : part.fileName(), part.content()));
        }
        return files;
    }

    private static String ending(String type) {
        return switch (type) {
            case "message/rfc822" -> ".eml";
            case "image/jpeg" -> ".jpg";
            case "text/html" -> ".html";
            case "text/plain" -> ".txt";
            case "text/calendar" -> ".ics";
            default -> type.matches("[a-z]+/[a-z0-9]{2,5}") ? "." + type.substring(type.indexOf('/') + 1).toLowerCase(Locale.ROOT) : ".bin";
        };
    }

    /** The same for the same mail, wherever it lies in whatever mailbox; says nothing about anybody. */
    private static String id(Received received) {
        String named = received.first("Message-ID");
        String of = named.isBlank() ? received.from() + "\n" + received.at() + "\n" + received.subject() + "\n" + received.text() : named;
        try {
            return "mail:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
