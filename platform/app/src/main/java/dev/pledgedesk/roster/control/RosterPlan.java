package dev.pledgedesk.roster.control;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import java.util.List;

/** Some days whose places are to be filled, after some that are. */
@PlanningSolution
public class RosterPlan {

    @ProblemFactProperty
    private Limits limits;
    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Worker> workers;
    @PlanningEntityCollectionProperty
    private List<Slot> slots;
    @PlanningScore
    private HardMediumSoftScore score;

    /** What nobody may be asked for. */
    public record Limits(int restHours, int daysInARow, int hoursAWeek) {
    }

    /** For the solver. */
    public RosterPlan() {
    }

    public RosterPlan(Limits limits, List<Worker> workers, List<Slot> slots) {
        this.limits = limits;
        this.workers = workers;
        this.slots = slots;
    }

    public Limits getLimits() {
        return limits;
    }

    public List<Worker> getWorkers() {
        return workers;
    }

    public List<Slot> getSlots() {
        return slots;
    }

    /** Rules broken, places left open, unfairness; each below zero. */
    public HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(HardMediumSoftScore newScore) {
        score = newScore;
    }
}
