package dev.pledgedesk.roster.control;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.common.SequenceChain;
import java.time.Duration;

/**
 * What makes a roster good. Never to be broken: whoever can fill a place and is not away, one shift a day, rest, days in a row, hours a week ({@link dev.pledgedesk.roster.control.DutyRules} says the same of a finished one). Then every
 * place filled. Then fair: shifts, nights and free days spread alike, each counted by its square, so that one more for who has many weighs more than for who has few.
 */
public class RosterConstraints implements ConstraintProvider {

    private static final int WRONG = 10;
    private static final int HOUR = 60;
    private static final int NIGHTS = 3;
    private static final int FREE_DAYS = 2;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {candidate(factory), oneADay(factory), rest(factory), daysInARow(factory), hoursAWeek(factory), open(factory), shifts(factory), nights(factory), freeDays(factory)};
    }

    Constraint candidate(ConstraintFactory factory) {
        return factory.forEach(Slot.class).filter(Slot::isWrong).penalize(HardMediumSoftScore.ofHard(WRONG)).asConstraint("candidate");
    }

    Constraint oneADay(ConstraintFactory factory) {
        return factory.forEachUniquePair(Slot.class, Joiners.equal(Slot::getWorker), Joiners.equal(Slot::getDay)).penalize(HardMediumSoftScore.ONE_HARD).asConstraint("one a day");
    }

    Constraint rest(ConstraintFactory factory) {
        return factory.forEach(Slot.class).join(Slot.class, Joiners.equal(Slot::getWorker), Joiners.equal(Slot::getNextDay, Slot::getDay)).join(RosterPlan.Limits.class)
                .filter((first, next, limits) -> next.getFrom().isBefore(first.getTo().plus(Duration.ofHours(limits.restHours())))).penalize(HardMediumSoftScore.ONE_HARD).asConstraint("rest");
    }

    Constraint daysInARow(ConstraintFactory factory) {
        return factory.forEach(Slot.class).groupBy(Slot::getWorker, ConstraintCollectors.toConsecutiveSequences(Slot::getDayNumber)).flattenLast(SequenceChain::getConsecutiveSequences)
                .join(RosterPlan.Limits.class).filter((worker, row, limits) -> row.getLength() > limits.daysInARow())
                .penalize(HardMediumSoftScore.ONE_HARD, (worker, row, limits) -> row.getLength() - limits.daysInARow()).asConstraint("days in a row");
    }

    Constraint hoursAWeek(ConstraintFactory factory) {
        return factory.forEach(Slot.class).groupBy(Slot::getWorker, Slot::getWeek, ConstraintCollectors.sum(Slot::getMinutes)).join(RosterPlan.Limits.class)
                .filter((worker, week, minutes, limits) -> minutes > limits.hoursAWeek() * HOUR)
                .penalize(HardMediumSoftScore.ONE_HARD, (worker, week, minutes, limits) -> (minutes - limits.hoursAWeek() * HOUR + HOUR - 1) / HOUR).asConstraint("hours a week");
    }

    Constraint open(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Slot.class).filter(slot -> slot.getWorker() == null).penalize(HardMediumSoftScore.ONE_MEDIUM).asConstraint("open");
    }

    Constraint shifts(ConstraintFactory factory) {
        return factory.forEach(Slot.class).groupBy(Slot::getWorker, ConstraintCollectors.count()).penalize(HardMediumSoftScore.ONE_SOFT, (worker, n) -> n * n).asConstraint("shifts");
    }

    Constraint nights(ConstraintFactory factory) {
        return factory.forEach(Slot.class).filter(Slot::isNight).groupBy(Slot::getWorker, ConstraintCollectors.count()).penalize(HardMediumSoftScore.ONE_SOFT, (worker, n) -> NIGHTS * n * n)
                .asConstraint("nights");
    }

    Constraint freeDays(ConstraintFactory factory) {
        return factory.forEach(Slot.class).filter(Slot::isFree).groupBy(Slot::getWorker, ConstraintCollectors.count()).penalize(HardMediumSoftScore.ONE_SOFT, (worker, n) -> FREE_DAYS * n * n)
                .asConstraint("free days");
    }
}
