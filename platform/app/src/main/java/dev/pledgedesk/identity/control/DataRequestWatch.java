package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.entity.DataRequestRecord;
import dev.pledgedesk.identity.entity.DataRequestRecords;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells the privacy officer of a request whose decision is due soon or late; of one that was decided meanwhile, nothing. */
abstract class DataRequestWatch implements DueWorker {

    static final String SOON = "data-request-due";
    static final String LATE = "data-request-overdue";

    private final String kind;
    private final AlertKind alert;

    @Inject
    DataRequestRecords requests;

    @Inject
    Alerts alerts;

    DataRequestWatch(String kind, AlertKind alert) {
        this.kind = kind;
        this.alert = alert;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(id -> requests.find(id).filter(r -> r.state().isWaiting()).ifPresent(this::tell));
    }

    private void tell(DataRequestRecord request) {
        alerts.raise(new Alerts.Cause(alert, null, request.customerId(), request.id(), null));
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
