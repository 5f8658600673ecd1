package dev.pledgedesk.notification.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.WorkBeside;
import dev.pledgedesk.notification.control.Carriers.Carried;
import dev.pledgedesk.notification.control.Carriers.Failed;
import dev.pledgedesk.notification.control.Carriers.Refused;
import dev.pledgedesk.notification.control.Carriers.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Sends queued messages: read in one transaction, handed over outside any, marked in a second one. */
@ApplicationScoped
public class MailWorker implements DueWorker {

    /** Kind of due work: a message to be sent. */
    public static final String KIND = "mail";

    private static final int AT_ONCE = 100;

    @Inject
    MailTransactions transactions;

    @Inject
    Carriers carriers;

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
    public int batch() {
        return AT_ONCE;
    }

    @Override
    public void work(List<UUID> ids) {
        if (!carriers.any()) {
            transactions.kept(ids);
            return;
        }
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            if (!beside.start(() -> transactions.take(id), this::carry)) {
                // Whoever has all places busy waits for them; others do not wait for him.
                transactions.later(ids.subList(i, ids.size()));
                return;
            }
        }
    }

    private void carry(Outgoing outgoing) {
        Result result = carriers.carry(outgoing);
        if (result instanceof Carried carried) {
            transactions.sent(outgoing.id(), carried.by(), carried.reference());
        } else if (result instanceof Refused refused) {
            transactions.refused(outgoing.id(), refused.reason());
        } else if (result instanceof Failed failed) {
            transactions.failed(outgoing.id(), failed.reason());
        } else {
            transactions.kept(List.of(outgoing.id()));
        }
    }
}
