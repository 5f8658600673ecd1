package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Goes over a customer who was forgotten once more, when nobody can be writing for him any more. */
@ApplicationScoped
public class ErasureSweep implements DueWorker {

    static final String KIND = "erasure-sweep";
    /** Longer than keys are kept open and transactions last, together. */
    static final Duration DELAY = Duration.ofMinutes(3);

    @Inject
    ErasureTransactions transactions;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        transactions.sweep(ids);
    }
}
