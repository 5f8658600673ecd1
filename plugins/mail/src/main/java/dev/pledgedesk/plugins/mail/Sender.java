package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.Mail.Account;
import dev.pledgedesk.sdk.Mail.Header;
import dev.pledgedesk.sdk.Mail.Letter;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdk.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Sends by the vendor's own server. */
final class Sender implements NotificationChannel, SelfTest {

    private static final String ADDRESS = "[^@\\s<>\",;]+@[^@\\s<>\",;]+";

    /**
     * By which server, in whose name.
     *
     * @param user     null for a server that asks nobody's name
     * @param password null with the user
     * @param from     null for the vendor's contact address
     * @param fromName null for the vendor's name
     * @param replyTo  null for the address it comes from
     */
    record Settings(@Setting(en = "Server, such as smtps://mail.example.com", zhCn = "服务器，例如 smtps://mail.example.com") URI server,
            @Setting(en = "User", zhCn = "用户名", optional = true) String user, @Setting(en = "Password", zhCn = "密码", optional = true) Secret password,
            @Setting(en = "Address that mails come from", zhCn = "发件地址", optional = true, pattern = ADDRESS) String from,
            @Setting(en = "Name that mails come from", zhCn = "发件人名称", optional = true, max = 100) String fromName,
            @Setting(en = "Address that answers go to, such as that of the mailbox that is looked into", zhCn = "回复地址，例如所接收的邮箱", optional = true, pattern = ADDRESS) String replyTo) {

        /** Refuses what is no account. */
        Settings {
            Servers.account(server, "smtp", user, password);
        }
    }

    private final Settings settings;
    private final Account account;
    private final Mail mail;

    Sender(Settings settings, Mail mail) {
        this.settings = settings;
        this.account = Servers.account(settings.server(), "smtp", settings.user(), settings.password());
        this.mail = mail;
    }

    @Override
    public Reach reach() {
        return Reach.MAIL;
    }

    @Override
    public Delivery send(Message message) throws IOException {
        String from = settings.from() == null ? message.from() : settings.from();
        String domain = from.substring(from.indexOf('@') + 1);
        List<Header> headers = new ArrayList<>();
        // Machines that answer by themselves are asked not to.
        headers.add(new Header("Auto-Submitted", "auto-generated"));
        headers.add(new Header("X-Auto-Response-Suppress", "All"));
        message.thread().ifPresent(thread -> headers.add(new Header("References", Threads.root(thread, domain))));
        if (settings.replyTo() != null) {
            headers.add(new Header("Reply-To", settings.replyTo()));
        }
        String id = Threads.messageId(message.id(), message.thread(), domain);
        try {
            mail.send(account, new Letter(id, from, settings.fromName() == null ? message.fromName() : settings.fromName(), message.to(), message.subject().replaceAll("\\p{Cntrl}+", " "), message.text(), headers));
            return new Taken(message.id());
        } catch (Mail.Refused refused) {
            return new Refused(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void test() throws IOException {
        mail.check(account);
    }
}
