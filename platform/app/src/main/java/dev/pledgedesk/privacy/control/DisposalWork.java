package dev.pledgedesk.privacy.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.ConfigApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Disposes of what is over its time, every night: one piece of work begins the night, and one for each kind of record removes what is due and then marks what is over, in many short
 * transactions. What cannot be removed waits a day, and nothing else waits for it.
 */
@ApplicationScoped
public class DisposalWork implements DueWorker {

    static final String KIND = "disposal";
    static final UUID NIGHT = new UUID(0, 0);

    private static final Logger LOG = Logger.getLogger(DisposalWork.class.getName());

    @Inject
    @Any
    Instance<DisposalKind> kinds;

    @Inject
    DisposalTransactions transactions;

    @Inject
    DisposalNights nights;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** A tenant's first configuration begins it. */
    void configApplied(@Observes ConfigApplied event) {
        dueWork.once(KIND, NIGHT, clock.now());
    }

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
        ids.forEach(id -> {
            if (id.equals(NIGHT)) {
                nights.begin(kinds.stream().map(DisposalWork::idOf).toList());
            } else {
                kinds.stream().filter(kind -> idOf(kind).equals(id)).forEach(this::dispose);
                nights.done(id);
            }
        });
    }

    private void dispose(DisposalKind kind) {
        for (List<UUID> due = transactions.due(kind); !due.isEmpty(); due = transactions.due(kind)) {
            dispose(kind, due);
        }
        UUID last = Ids.FIRST;
        while (last != null) {
            last = transactions.mark(kind, last);
        }
    }

    /** All at once, or one by one if that fails, so that what cannot be removed takes nothing along. */
    private void dispose(DisposalKind kind, List<UUID> due) {
        try {
            transactions.dispose(kind, due);
        } catch (RuntimeException failed) {
            if (due.size() > 1) {
                due.forEach(one -> dispose(kind, List.of(one)));
                return;
            }
            LOG.log(Level.WARNING, "disposal of kind {0} failed and waits a day: {1}", new Object[] {kind.key(), failed.getClass().getName()});
            transactions.putOff(due);
        }
    }

    static UUID idOf(DisposalKind kind) {
        return UUID.nameUUIDFromBytes(kind.key().getBytes(StandardCharsets.UTF_8));
    }
}
