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

    private String open(OutgoingMail mail, String column, Sealed sealed) {
        String text = personalData.open(mail.personId(), new Place("outgoing_mail", column, mail.id()), sealed);
        return text == null ? language.messages().text("privacy.forgotten-text") : text;
    }
}
