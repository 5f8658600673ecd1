package dev.pledgedesk.inbound.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.WorkBeside;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Has channels asked for what has come, each by one node at a time. */
@ApplicationScoped
public class ChannelWorker implements DueWorker {

    /** Kind of due work: a channel to be asked. */
    static final String KIND = "inbound";

    @Inject
    ChannelTransactions transactions;

    @Inject
    ChannelRun run;

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
            if (!beside.start(() -> transactions.begin(id), run::ask)) {
                transactions.later(id);
            }
        }
    }
}
