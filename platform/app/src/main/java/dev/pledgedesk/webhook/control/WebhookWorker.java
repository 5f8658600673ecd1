package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.WorkBeside;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has the boxes of addresses emptied, each by one thread only, so that its messages come in their order. */
@ApplicationScoped
public class WebhookWorker implements DueWorker {

    /** Kind of due work: an address that something is to be sent to. */
    static final String KIND = "webhook";

    @Inject
    DeliveryTransactions transactions;

    @Inject
    DeliveryRun run;

    @Inject
    WorkBeside beside;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            if (!beside.start(() -> transactions.begin(id), till -> tell(id, till))) {
                transactions.later(id);
            }
        }
    }

    private void tell(UUID id, Instant till) {
        try {
            run.tell(id);
        } finally {
            // A turn that could not be given back ends by itself.
            transactions.end(id, till);
        }
    }
}
