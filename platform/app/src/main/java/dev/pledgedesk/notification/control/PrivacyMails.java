package dev.pledgedesk.notification.control;

import dev.pledgedesk.identity.CustomerForgotten;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.DataRequestDecided;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.privacy.AlertRaised;
import dev.pledgedesk.tenancy.MailSection.Kind;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

/** Writes to the privacy officers when there is something to look at, and to a customer when what he asked for is decided, and for the last time when he was forgotten. */
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
            mailer.send(officer.id(), officer.email(), officer.locale(), Kind.ALERT, Map.of("name", officer.name(), "what", what, "link", address.of("/console/privacy/alerts")));
        });
    }

    void decided(@Observes DataRequestDecided request) {
        CustomerView customer = customers.contacts(request.customerId());
        if (customer.email() == null) {
            return;
        }
        Messages in = mailer.messages(customer.locale());
        Kind kind = request.granted() ? Kind.REQUEST_GRANTED : request.appealUntil() != null ? Kind.REQUEST_REFUSED : Kind.REQUEST_UPHELD;
        mailer.send(customer.id(), customer.email(), customer.locale(), kind, Map.of("name", customer.name(), "request", in.text("request.kind." + request.kind().key()), "reason", request.reason(),
                "link", address.of("/my-data/requests"), "until", day(request.appealUntil(), in)));
    }

    void forgotten(@Observes CustomerForgotten event) {
        if (event.email() != null) {
            Messages in = mailer.messages(event.locale());
            mailer.sendLast(event.email(), event.locale(), Kind.FORGOTTEN, Map.of("name", event.name() == null ? "" : event.name(), "day", day(event.at(), in), "receipt", event.receipt()));
        }
    }

    private String day(Instant at, Messages in) {
        return at == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(in.locale()).format(at.atZone(ZoneId.of(tenants.config().tenant().zone())));
    }
}
