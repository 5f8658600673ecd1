package dev.pledgedesk.notification.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.notification.control.MailTransport.Letter;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.tenancy.TenantSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The transactions of sending a mail. */
@ApplicationScoped
@Transactional
public class MailTransactions {

    @Inject
    OutgoingMails mails;

    @Inject
    MailText text;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** The mail to send, empty if it is not queued any more. */
    Optional<Letter> letter(UUID id) {
        TenantSection tenant = tenants.config().tenant();
        String host = tenant.hosts().get(0);
        String from = tenant.contact().email() == null ? "service@" + host : tenant.contact().email();
        Optional<Letter> letter = mails.find(id).filter(OutgoingMail::isQueued).map(m -> new Letter("<" + id + "@" + host + ">",
                tenant.name().in(Locale.forLanguageTag(tenant.locales().get(0))), from, text.recipient(m), text.subject(m), text.body(m)));
        if (letter.isEmpty()) {
            dueWork.done(MailWorker.KIND, List.of(id));
        }
        return letter;
    }

    void sent(UUID id) {
        OutgoingMail mail = mails.get(id);
        mail.sent(clock.now());
        forgetLast(mail);
        dueWork.done(MailWorker.KIND, List.of(id));
    }

    void kept(List<UUID> ids) {
        mails.findAll(ids).stream().filter(OutgoingMail::isQueued).forEach(mail -> {
            mail.kept();
            forgetLast(mail);
        });
        dueWork.done(MailWorker.KIND, ids);
    }

    /** Notes a refusal; true if the mail should come again. */
    boolean failed(UUID id, String error) {
        OutgoingMail mail = mails.get(id);
        boolean again = mail.failed(text.sealError(mail, error));
        if (!again) {
            forgetLast(mail);
            dueWork.done(MailWorker.KIND, List.of(id));
        }
        return again;
    }

    /** Nothing of the last mail to somebody who was forgotten stays here. */
    private void forgetLast(OutgoingMail mail) {
        if (mail.isLast()) {
            personalData.forget(mail.personId());
            mails.remove(mail);
        }
    }
}
