package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals what was written into outgoing_mail before there was encryption. */
@ApplicationScoped
public class MailResealing extends Resealing<OutgoingMail> {

    @Inject
    OutgoingMails rows;

    public MailResealing() {
        super("outgoing_mail");
    }

    @Override
    protected TenantRepository<OutgoingMail> rows() {
        return rows;
    }

    @Override
    protected void reseal(OutgoingMail row) {
        UUID person = row.personId();
        row.reseal(resealed(person, "recipient", row.id(), row.recipient()), resealed(person, "subject", row.id(), row.subject()), resealed(person, "body", row.id(), row.body()),
                resealed(person, "last_error", row.id(), row.lastError()));
    }
}
