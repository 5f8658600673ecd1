package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Takes away sign-ins that went to a provider and never came back. */
@ApplicationScoped
public class DepartureExpiry implements DueWorker {

    /** Kind of due work: a departure that is not waited for any more. */
    public static final String KIND = "sign-in-departure";

    private static final int BATCH = 100;

    @Inject
    ExternalSignInTransactions transactions;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public void work(List<UUID> ids) {
        transactions.expire(ids);
    }
}
