package dev.pledgedesk.breach.control;

import dev.pledgedesk.breach.DutyState;
import dev.pledgedesk.breach.entity.BreachDuties;
import dev.pledgedesk.breach.entity.BreachDuty;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.privacy.DeadlineWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells the privacy officer of what is owed soon or late; of what was settled meanwhile, or is due later by now, nothing. */
abstract class DutyWatch extends DeadlineWatch {

    static final String SOON = "breach-due";
    static final String LATE = "breach-overdue";

    private final AlertKind alert;

    @Inject
    BreachDuties duties;

    @Inject
    DeskClock clock;

    DutyWatch(String kind, AlertKind alert) {
        super(kind);
        this.alert = alert;
    }

    @Override
    protected Optional<Alerts.Cause> cause(UUID id) {
        return duties.find(id).filter(d -> d.state() == DutyState.OPEN && isTime(d)).map(d -> new Alerts.Cause(alert, null, null, d.breachId(), null));
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
