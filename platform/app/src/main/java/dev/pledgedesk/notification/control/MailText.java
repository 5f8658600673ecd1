package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Opens what a mail says. */
@ApplicationScoped
public class MailText {

    private static final int MAX_ERROR = 300;

    @Inject
    PersonalData personalData;

    @Inject
    RequestLanguage language;

    /** Fetches what opens these mails, at once. */
    public void fetchKeys(List<OutgoingMail> mails) {
        personalData.fetch(mails.stream().map(OutgoingMail::personId).toList());
    }

    public String recipient(OutgoingMail mail) {
        return open(mail, "recipient", mail.recipient());
    }

    public String subject(OutgoingMail mail) {
        return open(mail, "subject", mail.subject());
    }

    public String body(OutgoingMail mail) {
        return open(mail, "body", mail.body());
    }

    /** What the mail server said when it did not take the mail; null if it did, or was not asked. */
    public String lastError(OutgoingMail mail) {
        return mail.lastError() == null ? null : open(mail, "last_error", mail.lastError());
    }

    /** Seals what the mail server said, which may name the recipient; null where nothing can be sealed for him any more. */
    public Sealed sealError(OutgoingMail mail, String error) {
        return personalData.isForgotten(mail.personId()) ? null
                : personalData.seal(mail.personId(), new Place("outgoing_mail", "last_error", mail.id()), error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error);
    }

    private String open(OutgoingMail mail, String column, Sealed sealed) {
        String text = personalData.open(mail.personId(), new Place("outgoing_mail", column, mail.id()), sealed);
        return text == null ? language.messages().text("privacy.forgotten-text") : text;
    }
}
