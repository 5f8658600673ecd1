package dev.pledgedesk.notification.control;

import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.Mail.Account;
import dev.pledgedesk.sdk.Mail.Header;
import dev.pledgedesk.sdk.Mail.Letter;
import dev.pledgedesk.sdk.NotificationChannel.Message;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdkmail.MailRules;
import dev.pledgedesk.sdkmail.MailWire;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends by the operator's SMTP server, with STARTTLS required where a user name is configured; a conversation is bounded as a whole. */
@ApplicationScoped
public class SmtpTransport implements MailTransport {

    private static final Duration LIMIT = Duration.ofSeconds(45);

    @Inject
    @ConfigProperty(name = "pledgedesk.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "pledgedesk.smtp.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "pledgedesk.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "pledgedesk.smtp.password")
    Optional<String> password;

    @Resource
    private ManagedScheduledExecutorService timer;

    private Mail wire;

    /** The operator names his own server: any address will do, in the clear only if nobody has to sign in. */
    private final class OperatorsOwn implements MailRules {

        @Override
        public boolean encrypted(String server, InetAddress address) {
            return true;
        }

        @Override
        public boolean plain(String server, InetAddress address) {
            return user.isEmpty();
        }
    }

    @PostConstruct
    void open() {
        wire = new MailWire(new OperatorsOwn(), timer, LIMIT);
    }

    @Override
    public boolean isConfigured() {
        return host.isPresent();
    }

    @Override
    public void send(Message message) {
        try {
            wire.send(new Account(URI.create("smtp://" + host.orElseThrow() + ":" + port), user.orElse(""), new Secret(password.orElse(""))), new Letter(messageId(message), message.from(), message.fromName(), message.to(),
                    message.subject(), message.text(), List.of(new Header("Auto-Submitted", "auto-generated"))));
        } catch (IOException refused) {
            throw new Refused(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Carries the conversation's token, which mail programs bring back in whatever answers. */
    private static String messageId(Message message) {
        return "<" + message.id() + message.thread().map(token -> ".t-" + token).orElse("") + message.from().substring(message.from().indexOf('@')) + ">";
    }
}
