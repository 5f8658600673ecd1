package dev.pledgedesk.notification;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.SignInCodeIssued;
import dev.pledgedesk.kernel.Blanks;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.notification.control.MailWorker;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.tenancy.MailSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queues mails and text messages; each is part of the caller's transaction and leaves after its commit. */
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
    Extensions extensions;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /**
     * Queues a mail of a kind that leaves by itself, in the tenant's own words if it has some.
     *
     * @param person whose key covers it
     * @param locale of who reads it, null if not known
     * @param values of the kind's blanks; the vendor's name is filled in here
     */
    public void send(UUID person, String to, String locale, MailSection.Kind kind, Map<String, String> values) {
        sendFrom(clock.now(), person, to, locale, kind, values);
    }

    /** As {@link #send(UUID, String, String, MailSection.Kind, Map)}, but not before a time. */
    public void sendFrom(Instant earliest, UUID person, String to, String locale, MailSection.Kind kind, Map<String, String> values) {
        Words words = words(kind, locale, values);
        queue(Ids.next(), person, to, words.subject(), words.body(), earliest);
    }

    /** Queues the last mail to somebody who was forgotten: under a key of its own, destroyed with the mail as soon as it has left or cannot leave. */
    public void sendLast(String to, String locale, MailSection.Kind kind, Map<String, String> values) {
        UUID id = Ids.next();
        Words words = words(kind, locale, values);
        queue(id, id, to, words.subject(), words.body(), clock.now());
    }

    /** Whether there is a way to a customer by which the platform can write to him. */
    public boolean reaches(CustomerView customer) {
        return customer.email() != null || isTexted(customer);
    }

    private boolean isTexted(CustomerView customer) {
        return customer.email() == null && customer.phone() != null && extensions.any(ExtensionPoint.NOTIFICATION_CHANNEL);
    }

    /**
     * Queues a message to a customer about a ticket of his, which he can answer: a mail, or a text message if all that is known of him is a phone number and the
     * tenant has a channel of its own. Nothing if there is no way to him, see {@link #reaches}.
     */
    public void tell(CustomerView customer, UUID ticket, MailSection.Kind kind, Map<String, String> values) {
        if (customer.email() != null) {
            Words words = words(kind, customer.locale(), values);
            queue(Ids.next(), customer.id(), Way.MAIL, ticket, customer.email(), words.subject(), words.body(), clock.now());
        } else if (isTexted(customer)) {
            queue(Ids.next(), customer.id(), Way.TEXT, ticket, customer.phone(), "", shortWords(kind, customer.locale(), values), clock.now());
        }
    }

    private String shortWords(MailSection.Kind kind, String locale, Map<String, String> values) {
        Messages in = messages(locale);
        String own = letter(kind).map(MailSection.Letter::text).map(text -> text.in(in.locale())).orElse(null);
        return Blanks.fill(own == null ? in.text("text." + kind.key()) : own, all(values, in)).strip();
    }

    private Optional<MailSection.Letter> letter(MailSection.Kind kind) {
        return tenants.config().letters().stream().filter(letter -> letter.key() == kind).findFirst();
    }

    private Map<String, String> all(Map<String, String> values, Messages in) {
        Map<String, String> all = new HashMap<>(values);
        all.put("vendor", tenants.config().tenant().name().in(in.locale()));
        return all;
    }

    private Words words(MailSection.Kind kind, String locale, Map<String, String> values) {
        Messages in = messages(locale);
        Map<String, String> all = all(values, in);
        MailSection.Letter own = letter(kind).orElse(null);
        String subject = own == null ? in.text("mail." + kind.key() + ".subject") : own.subject().in(in.locale());
        String body = own == null ? in.text("mail." + kind.key() + ".body") : own.body().in(in.locale());
        return new Words(Blanks.fill(subject, all).replaceAll("[\\r\\n]+", " "), Blanks.fill(body, all));
    }

    /** What a mail says. */
    private record Words(String subject, String body) {
    }

    /**
     * Queues a plain-text mail.
     *
     * @param person whose key covers it
     */
    public void send(UUID person, String to, String subject, String body) {
        queue(Ids.next(), person, to, subject, body, clock.now());
    }

    private void queue(UUID id, UUID person, String to, String subject, String body, Instant earliest) {
        queue(id, person, Way.MAIL, null, to, subject, body, earliest);
    }

    private void queue(UUID id, UUID person, Way way, UUID ticket, String to, String subject, String body, Instant earliest) {
        mails.add(new OutgoingMail(id, person, way, ticket, personalData.seal(person, place("recipient", id), to), personalData.seal(person, place("subject", id), subject),
                personalData.seal(person, place("body", id), body), clock.now()));
        dueWork.once(MailWorker.KIND, id, earliest);
    }

    /** Texts in the language of a person, or in the tenant's first one if his is not known (null). */
    public Messages messages(String locale) {
        return locale == null ? tenants.messages() : Messages.in(locale);
    }

    void signInCode(@Observes SignInCodeIssued issued) {
        CustomerView customer = customers.contacts(issued.customerId());
        send(customer.id(), customer.email(), customer.locale(), MailSection.Kind.CODE, Map.of("name", customer.name(), "code", issued.code()));
    }

    private static Place place(String column, UUID row) {
        return new Place("outgoing_mail", column, row);
    }
}
