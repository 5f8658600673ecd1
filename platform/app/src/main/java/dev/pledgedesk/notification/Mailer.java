package dev.pledgedesk.notification;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.SignInCodeIssued;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.notification.control.MailWorker;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Queues mails; each is part of the caller's transaction and leaves after its commit. */
@ApplicationScoped
public class Mailer {

    @Inject
    OutgoingMails mails;

    @Inject
    PersonalData personalData;

    @Inject
    Customers customers;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /**
     * Queues a plain-text mail.
     *
     * @param person whose key covers it
     */
    public void send(UUID person, String to, String subject, String body) {
        UUID id = Ids.next();
        mails.add(new OutgoingMail(id, person, personalData.seal(person, place("recipient", id), to), personalData.seal(person, place("subject", id), subject),
                personalData.seal(person, place("body", id), body), clock.now()));
        dueWork.now(MailWorker.KIND, id);
    }

    /** Texts in the language of a person, or in the tenant's first one if his is not known (null). */
    public Messages messages(String locale) {
        return Messages.in(locale == null ? tenants.config().tenant().locales().get(0) : locale);
    }

    void signInCode(@Observes SignInCodeIssued issued) {
        CustomerView customer = customers.contacts(issued.customerId());
        Messages messages = messages(customer.locale());
        String vendor = tenants.config().tenant().name().in(messages.locale());
        send(customer.id(), customer.email(), messages.text("mail.code.subject", vendor, issued.code()),
                messages.text("mail.code.body", customer.name(), issued.code(), vendor));
    }

    private static Place place(String column, UUID row) {
        return new Place("outgoing_mail", column, row);
    }
}
