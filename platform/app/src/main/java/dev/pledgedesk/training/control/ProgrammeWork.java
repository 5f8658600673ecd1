package dev.pledgedesk.training.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.StaffChanged;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Looks every morning who is to take part in what, and at once when a configuration was applied. */
@ApplicationScoped
public class ProgrammeWork implements DueWorker {

    static final String KIND = "training-programmes";
    private static final UUID ONE = Ids.FIRST;
    private static final LocalTime MORNING = LocalTime.of(5, 0);

    @Inject
    TaskTransactions tasks;

    @Inject
    TrainingWords words;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    void applied(@Observes ConfigApplied event) {
        dueWork.now(KIND, ONE);
    }

    void joined(@Observes StaffChanged event) {
        dueWork.now(KIND, ONE);
    }

    @Override
    public void work(List<UUID> ids) {
        tasks.make();
        dueWork.again(KIND, ONE, clock.next(MORNING, words.zone()));
    }
}
