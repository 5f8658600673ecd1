package dev.pledgedesk.complaint.control;

import dev.pledgedesk.calendar.Calendars;
import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.tenancy.ComplaintSection.Silence;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import dev.pledgedesk.tenancy.MailSection.Kind;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.PlatformWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What follows when a complaint has come to a stage: clocks, the effects of the stage, and the question to the customer. Part of its caller's transaction. */
@ApplicationScoped
public class StageReached {

    @Inject
    Regimes regimes;

    @Inject
    ComplaintClocks clocks;

    @Inject
    ComplaintNews news;

    @Inject
    PlatformWords words;

    @Inject
    Customers customers;

    @Inject
    Calendars calendars;

    @Inject
    Tenants tenants;

    @Inject
    Mailer mailer;

    @Inject
    PublicAddress address;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** It is there now. */
    void follow(Complaint complaint) {
        clocks.follow(complaint);
        Stage stage = regimes.stage(complaint);
        news.tellRoles(stage.effects().tell(), "complaint-stage", complaint, stage.name());
        if (stage.effects().say() != null) {
            words.say(complaint.ticketId(), stage.effects().say().in(language(complaint)));
        }
        if (stage.kind() == StageKind.ASKING) {
            ask(complaint, Kind.COMPLAINT_ASKED);
        }
    }

    /** Asks the customer whether he is satisfied, and looks again when it is time to remind him. Gives whether he was: without a way to him whoever looks after it has to call. */
    boolean ask(Complaint complaint, Kind kind) {
        CustomerView customer = customers.contacts(complaint.customerId());
        if (!mailer.reaches(customer)) {
            news.tell(clocks.concerned(complaint), "complaint-call", complaint, regimes.stage(complaint).name());
        } else {
            mailer.tell(customer, complaint.ticketId(), kind, Map.of("name", customer.name(), "number", complaint.number(),
                    "link", address.of("/t/" + customers.linkTo(customer.id(), complaint.ticketId()))));
        }
        Silence silence = regimes.of(complaint).silence();
        if (silence != null) {
            dueWork.at(ComplaintReminder.KIND, complaint.id(), next(complaint, silence));
        }
        return mailer.reaches(customer);
    }

    /** Whether there is a way to ask him. */
    boolean canBeAsked(Complaint complaint) {
        return mailer.reaches(customers.contacts(complaint.customerId()));
    }

    private Instant next(Complaint complaint, Silence silence) {
        int version = complaint.configVersion();
        Limit every = Limit.parse(silence.every());
        return calendars.get(silence.calendar(), version, calendars.tables(silence.calendar(), version)).after(clock.now(), every.duration(), every.days());
    }

    private Locale language(Complaint complaint) {
        String known = customers.contacts(complaint.customerId()).locale();
        return Locale.forLanguageTag(known == null ? tenants.config().tenant().locales().get(0) : known);
    }
}
