package dev.pledgedesk.breach.control;

import dev.pledgedesk.breach.DutyState;
import dev.pledgedesk.breach.entity.BreachDuties;
import dev.pledgedesk.breach.entity.BreachDuty;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells the privacy officer of what is owed soon or late; of what was settled meanwhile, or is due later by now, nothing. */
abstract class DutyWatch implements DueWorker {

    static final String SOON = "breach-due";
    static final String LATE = "breach-overdue";

    private final String kind;
    private final AlertKind alert;

    @Inject
    BreachDuties duties;

    @Inject
    Alerts alerts;

    @Inject
    DeskClock clock;

    DutyWatch(String kind, AlertKind alert) {
        this.kind = kind;
        this.alert = alert;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(id -> duties.find(id).filter(d -> d.state() == DutyState.OPEN && isTime(d)).ifPresent(d -> alerts.raise(new Alerts.Cause(alert, null, null, d.breachId(), null))));
    }

    /** Whether it is time still, the severity being known better now. */
    abstract boolean isTime(BreachDuty duty);

    /** Before it is due. */
    @ApplicationScoped
    public static class Soon extends DutyWatch {

        public Soon() {
            super(SOON, AlertKind.BREACH_DUE);
        }

        @Override
        boolean isTime(BreachDuty duty) {
            return clock.now().isBefore(duty.dueAt());
        }
    }

    /** When it was not done in time. */
    @ApplicationScoped
    public static class Late extends DutyWatch {

        public Late() {
            super(LATE, AlertKind.BREACH_OVERDUE);
        }

        @Override
        boolean isTime(BreachDuty duty) {
            return !clock.now().isBefore(duty.dueAt());
        }
    }
}
