package dev.pledgedesk.promise.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Policies that ask for it reach clocks of tickets that nobody touches: after a new configuration was applied, ticket after ticket, each its own transaction. */
@ApplicationScoped
public class PolicyReach implements DueWorker {

    static final String KIND = "promise-reach";
    private static final int STEP = 100;

    @Inject
    PolicyReachSteps steps;

    @Inject
    DueWork dueWork;

    void applied(@Observes ConfigApplied event) {
        if (event.version() > 1) {
            dueWork.now(KIND, Ids.FIRST);
        }
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
        steps.following().forEach(under -> {
            UUID last = Ids.FIRST;
            List<UUID> some = steps.under(under, last, STEP);
            while (!some.isEmpty()) {
                some.forEach(steps::follow);
                last = some.get(some.size() - 1);
                some = steps.under(under, last, STEP);
            }
        });
        steps.done(ids);
    }
}
