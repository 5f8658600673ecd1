package dev.pledgedesk.roster.control;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Solves proposals, one at a time on a node, in the thread of the worker and outside of transactions. */
@ApplicationScoped
public class RosterRunWorker implements DueWorker {

    static final String KIND = "roster-run";
    private static final Logger LOG = Logger.getLogger(RosterRunWorker.class.getName());
    private static final long EVERY_MILLIS = 500;

    @Inject
    RunTransactions runs;

    @Inject
    DueWork dueWork;

    @Inject
    Finished finished;

    /** Ends a piece of work in a transaction of its own. */
    @ApplicationScoped
    @Transactional
    public static class Finished {

        @Inject
        DueWork dueWork;

        void done(UUID id) {
            dueWork.done(KIND, List.of(id));
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
        ids.forEach(id -> {
            runs.begin(id).ifPresent(plan -> solve(id, plan));
            finished.done(id);
        });
    }

    private void solve(UUID id, RosterPlan plan) {
        try {
            long[] told = {-EVERY_MILLIS};
            RosterPlan solved = RosterSolver.solve(plan, (score, millis) -> {
                if (millis - told[0] < EVERY_MILLIS) {
                    return true;
                }
                told[0] = millis;
                return tell(id, score, millis);
            });
            if (solved.getScore() != null) {
                tell(id, solved.getScore(), Math.max(0, told[0]));
            }
            runs.end(id, solved);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "a roster could not be proposed", broken);
            runs.fail(id);
        }
    }

    private boolean tell(UUID id, HardMediumSoftScore score, long millis) {
        return runs.found(id, -score.hardScore(), -score.mediumScore(), -score.softScore(), millis);
    }
}
