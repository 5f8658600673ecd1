package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** After data were restored: whoever was forgotten since they were backed up is forgotten again. A restore asks for it; each step asks for the next. */
@ApplicationScoped
public class ErasureReplay implements DueWorker {

    private static final String KIND = "replay-erasures";
    private static final int BATCH = 50;

    @Inject
    ErasureTransactions transactions;

    @Inject
    DueWork dueWork;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID from : ids) {
            UUID last = transactions.repeat(from, BATCH);
            if (last != null) {
                dueWork.now(KIND, last);
            }
        }
    }
}
