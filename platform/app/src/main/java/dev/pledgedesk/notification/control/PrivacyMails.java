package dev.pledgedesk.notification.control;

import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.DataRequestDecided;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.privacy.AlertRaised;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Writes to the privacy officers when there is something to look at, and to a customer when what he asked for is decided. */
@ApplicationScoped
public class PrivacyMails {

    @Inject
    Staff staff;

    @Inject
    Customers customers;

    @Inject
    Tenants tenants;

    @Inject
    PublicAddress address;

    @Inject
    Mailer mailer;

    /** Says what kind of thing it is and where to look; nobody is named in a mail. */
    void alert(@Observes AlertRaised raised) {
        staff.holding(Permission.PRIVACY_MANAGE).stream().filter(officer -> officer.email() != null).forEach(officer -> {
            Messages in = mailer.messages(officer.locale());
            String what = in.text("privacy.alert." + raised.kind().key());
            mailer.send(officer.id(), officer.email(), in.text("mail.alert.subject", what), in.text("mail.alert.body", officer.name(), what, address.of("/console/privacy/alerts")));
        });
    }

    void decided(@Observes DataRequestDecided request) {
        CustomerView customer = customers.contacts(request.customerId());
        if (customer.email() == null) {
            return;
        }
        Messages in = mailer.messages(customer.locale());
        String key = request.granted() ? "mail.request-granted" : request.appealUntil() != null ? "mail.request-refused" : "mail.request-upheld";
        String vendor = tenants.config().tenant().name().in(in.locale());
        mailer.send(customer.id(), customer.email(), in.text("mail.request.subject", vendor), in.text(key + ".body", customer.name(), in.text("request.kind." + request.kind().key()),
                request.reason(), address.of("/my-data/requests"), vendor, day(request.appealUntil(), in)));
    }

    private String day(Instant at, Messages in) {
        return at == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(in.locale()).format(at.atZone(ZoneId.of(tenants.config().tenant().zone())));
    }
}
