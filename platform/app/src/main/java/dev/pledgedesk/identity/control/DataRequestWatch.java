package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.DataRequestRecords;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.privacy.DeadlineWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells the privacy officer of a request whose decision is due soon or late; of one that was decided meanwhile, nothing. */
abstract class DataRequestWatch extends DeadlineWatch {

    static final String SOON = "data-request-due";
    static final String LATE = "data-request-overdue";

    private final AlertKind alert;

    @Inject
    DataRequestRecords requests;

    DataRequestWatch(String kind, AlertKind alert) {
        super(kind);
        this.alert = alert;
    }

    @Override
    protected Optional<Alerts.Cause> cause(UUID id) {
        return requests.find(id).filter(r -> r.state().isWaiting()).map(r -> new Alerts.Cause(alert, null, r.customerId(), r.id(), null));
    }

    /** Before a decision is due. */
    @ApplicationScoped
    public static class Soon extends DataRequestWatch {

        public Soon() {
            super(SOON, AlertKind.REQUEST_DUE);
        }
    }

    /** When it has not come in time. */
    @ApplicationScoped
    public static class Late extends DataRequestWatch {

        public Late() {
            super(LATE, AlertKind.REQUEST_OVERDUE);
        }
    }
}
