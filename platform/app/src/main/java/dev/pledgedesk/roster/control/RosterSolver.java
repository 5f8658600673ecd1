package dev.pledgedesk.roster.control;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.function.BiPredicate;

/** Solves a roster in the caller's thread, for a bounded time; the same problem gives the same roster on the same machine at the same speed. */
public final class RosterSolver {

    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration STUCK = Duration.ofSeconds(6);

    private RosterSolver() {
    }

    /**
     * The best that was found in 25 seconds, or before if nothing better was found for 6.
     *
     * @param better is told of each better one, and how many milliseconds it took; false ends the search
     */
    public static RosterPlan solve(RosterPlan plan, BiPredicate<HardMediumSoftScore, Long> better) {
        return solve(plan, LONGEST, STUCK, better);
    }

    /** As {@link #solve(RosterPlan, BiPredicate)}, in other times. */
    public static RosterPlan solve(RosterPlan plan, Duration longest, Duration stuck, BiPredicate<HardMediumSoftScore, Long> better) {
        if (plan.getSlots().stream().allMatch(Slot::isFixed) || plan.getWorkers().isEmpty()) {
            return plan;
        }
        Solver<RosterPlan> solver = SolverFactory.<RosterPlan>create(new SolverConfig().withSolutionClass(RosterPlan.class).withEntityClasses(Slot.class)
                .withConstraintProviderClass(RosterConstraints.class).withRandomSeed(0L)
                .withTerminationConfig(new TerminationConfig().withSpentLimit(longest).withUnimprovedSpentLimit(stuck))).buildSolver();
        solver.addEventListener(event -> {
            if (!better.test((HardMediumSoftScore) event.getNewBestScore(), event.getTimeMillisSpent())) {
                solver.terminateEarly();
            }
        });
        return solver.solve(plan);
    }
}
