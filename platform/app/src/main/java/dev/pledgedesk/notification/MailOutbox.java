package dev.pledgedesk.notification;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.notification.control.MailText;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.FieldCatalogue;
import dev.pledgedesk.privacy.Mask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows what was mailed and what became of it. */
@ApplicationScoped
@Transactional
public class MailOutbox {

    /** A message; lastError and sentAt may be null, as ticketId if it is about none, and carrier if the operator's mail server or nothing has taken it. */
    public record Mail(UUID id, Way way, UUID ticketId, String carrier, String to, String subject, String body, String state, int attempts, String lastError, Instant createdAt, Instant sentAt) {
    }

    /** What opens a door: sign-in codes, and links to tickets and questionnaires. */
    private static final Pattern KEYS = Pattern.compile("(?<![0-9-])[0-9]{6}\\b|(?<=/(?:t|questionnaires)/)[A-Za-z0-9_-]{32}");

    @Inject
    OutgoingMails mails;

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    @Inject
    MailText text;

    @Inject
    FieldCatalogue catalogue;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    /** Newest first; the reading is journalled. Recipients are masked, codes and links hidden, so that nobody signs in as a customer; the demo, which has no mailboxes, shows them. */
    public Page<Mail> page(PageRequest request) {
        caller.require(Permission.MAIL_READ);
        var page = mails.page(request);
        if (!page.items().isEmpty()) {
            journal.write(new Journal.Entry(caller.actor(), "mail.read", "mail", null, Map.of("mails", page.items().size())));
        }
        text.fetchKeys(page.items());
        return page.map(m -> new Mail(m.id(), m.way(), m.ticketId(), m.carrier(), recipient(m), shown(text.subject(m)), shown(text.body(m)), m.state(), m.attempts(), text.lastError(m), m.createdAt(),
                m.sentAt()));
    }

    private String recipient(OutgoingMail mail) {
        String recipient = text.recipient(mail);
        return isDemo() ? recipient : mail.way() == Way.TEXT ? Mask.PHONE.apply(recipient) : catalogue.masked("outgoing_mail", "recipient", recipient);
    }

    private boolean isDemo() {
        return "demo".equals(profile);
    }

    private String shown(String text) {
        return isDemo() ? text : KEYS.matcher(text).replaceAll("••••••");
    }
}
