package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.PersonEraser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Removes the mails to a person, those that wait among them. */
@ApplicationScoped
public class MailEraser implements PersonEraser {

    @Inject
    OutgoingMails mails;

    @Override
    public Map<String, Integer> erase(UUID person) {
        return Map.of("mails", mails.removeOf(person));
    }
}
