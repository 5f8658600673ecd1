package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Has penalties decided that nobody has answered to in time. */
@ApplicationScoped
public class HearingEnd implements DueWorker {

    static final String KIND = "merit-hearing";

    @Inject
    Instance<MeritTransactions> merits;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(merits.get()::hearingIsOver);
    }
}
