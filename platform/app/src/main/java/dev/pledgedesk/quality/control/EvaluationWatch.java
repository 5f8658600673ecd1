package dev.pledgedesk.quality.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Looks every morning whether a time that is evaluated has ended, and begins its evaluation. */
@ApplicationScoped
public class EvaluationWatch implements DueWorker {

    static final String KIND = "evaluations-due";
    private static final UUID ONE = Ids.FIRST;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @Inject
    EvaluationTransactions evaluations;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    void applied(@Observes ConfigApplied event) {
        dueWork.once(KIND, ONE, next());
    }

    @Override
    public void work(List<UUID> ids) {
        dueWork.again(KIND, ONE, next());
        evaluations.beginDue();
    }

    private Instant next() {
        return clock.next(MORNING, ZoneId.of(tenants.config().tenant().zone()));
    }
}
