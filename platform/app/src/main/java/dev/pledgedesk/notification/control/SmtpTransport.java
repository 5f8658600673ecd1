package dev.pledgedesk.notification.control;

import dev.pledgedesk.sdk.NotificationChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends by SMTP, with STARTTLS required where a user name is configured; every wait is bounded. */
@ApplicationScoped
public class SmtpTransport implements MailTransport {

    private static final String PATIENCE_MILLIS = "15000";

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

    @Override
    public boolean isConfigured() {
        return host.isPresent();
    }

    @Override
    public void send(NotificationChannel.Message letter) {
        try {
            MimeMessage mail = new MimeMessage(session()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    // The same at every try, so that a mail that was taken twice is recognised as one.
                    setHeader("Message-ID", messageId(letter));
                }
            };
            mail.setFrom(new InternetAddress(letter.from(), letter.fromName(), StandardCharsets.UTF_8.name()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
            mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            mail.setText(letter.text(), StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(mail);
        } catch (MessagingException | UnsupportedEncodingException refused) {
            throw new Refused(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Carries the conversation's token, which mail programs bring back in whatever answers. */
    private static String messageId(NotificationChannel.Message letter) {
        return "<" + letter.id() + letter.thread().map(token -> ".t-" + token).orElse("") + letter.from().substring(letter.from().indexOf('@')) + ">";
    }

    private Session session() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host.orElseThrow());
        settings.put("mail.smtp.port", String.valueOf(port));
        settings.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.auth", String.valueOf(user.isPresent()));
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", String.valueOf(user.isPresent()));
        return Session.getInstance(settings, user.isEmpty() ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.get(), password.orElse(""));
            }
        });
    }
}
