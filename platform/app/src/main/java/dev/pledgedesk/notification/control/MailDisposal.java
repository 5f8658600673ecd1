package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.privacy.RowDisposal;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails that were sent, kept or given up long ago. */
@ApplicationScoped
public class MailDisposal extends RowDisposal {

    public MailDisposal() {
        super("mail", OutgoingMail.class, "r.createdAt < :before and r.state <> 'queued'");
    }

    @Override
    public Integer days(Retention rules) {
        return rules.mails();
    }
}
