package dev.pledgedesk.privacy.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.AlertRaised;
import dev.pledgedesk.privacy.Alerts.Alert;
import dev.pledgedesk.privacy.Alerts.Cause;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.entity.AlertRecord;
import dev.pledgedesk.privacy.entity.AlertRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Raises and reviews for {@link dev.pledgedesk.privacy.Alerts}. */
@ApplicationScoped
@Transactional
public class AlertTransactions {

    @Inject
    AlertRecords alerts;

    @Inject
    PersonalData personalData;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    @Inject
    Event<AlertRaised> raised;

    public void raise(Cause cause) {
        alerts.add(new AlertRecord(Ids.next(), cause, clock.now()));
        raised.fire(new AlertRaised(cause.kind()));
    }

    public void raiseOnce(Cause cause, Instant since) {
        if (!alerts.hasOneSince(cause.kind(), cause.actor(), since)) {
            raise(cause);
        }
    }

    public Page<Alert> page(boolean open, PageRequest request) {
        return alerts.page(open, request).map(this::view);
    }

    public Alert review(UUID id, String actor, UUID reviewer, String note) {
        AlertRecord alert = alerts.get(id);
        if (alert.isReviewed()) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.reviewed-already");
        }
        UUID customer = alert.cause().customerId();
        // What is said of a customer is forgotten with him; where he is forgotten already, and of many, it is the reviewer's.
        UUID about = customer == null || personalData.isForgotten(customer) ? reviewer : customer;
        alert.review(actor, clock.now(), personalData.seal(about, place(id), note.strip()), about);
        alerts.flush();
        journal.write(new Journal.Entry(actor, "alert.reviewed", "alert", id, Map.of("kind", alert.cause().kind().key())));
        return view(alert);
    }

    private Alert view(AlertRecord a) {
        String note = a.note() == null ? null : personalData.open(a.noteAbout(), place(a.id()), a.note());
        return new Alert(a.id(), a.cause(), a.raisedAt(), a.reviewedBy(), a.reviewedAt(), note);
    }

    private static Place place(UUID alert) {
        return new Place("privacy_alert", "note", alert);
    }
}
