package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Opens what a mail says. */
@ApplicationScoped
public class MailText {

    @Inject
    PersonalData personalData;

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
        return personalData.open(mail.personId(), new Place("outgoing_mail", column, mail.id()), sealed);
    }
}
