package dev.pledgedesk.roster.control;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A place to be filled: somebody, or nobody if nobody can be found. One that is fixed belongs to the roster already. */
@PlanningEntity
public class Slot {

    @PlanningId
    private String id;
    private LocalDate day;
    private String shift;
    private String post;
    private Instant from;
    private Instant to;
    private boolean night;
    private boolean free;
    @PlanningPin
    private boolean fixed;
    private List<Worker> candidates;
    @PlanningVariable(allowsUnassigned = true)
    private Worker worker;

    /** For the solver. */
    public Slot() {
    }

    /**
     * A place.
     *
     * @param free       whether it is a weekend or a holiday, which everybody has his share of
     * @param candidates who can fill it on that day
     */
    public Slot(String id, LocalDate day, String shift, String post, Instant from, Instant to, boolean night, boolean free, List<Worker> candidates) {
        this.id = id;
        this.day = day;
        this.shift = shift;
        this.post = post;
        this.from = from;
        this.to = to;
        this.night = night;
        this.free = free;
        this.candidates = candidates;
    }

    /** The same, filled for good. */
    public Slot fixedTo(Worker who) {
        worker = who;
        fixed = true;
        return this;
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalDate getNextDay() {
        return day.plusDays(1);
    }

    /** Days since 1970, to see which follow each other. */
    public int getDayNumber() {
        return (int) day.toEpochDay();
    }

    /** The Monday before it, or itself. */
    public LocalDate getWeek() {
        return day.with(DayOfWeek.MONDAY);
    }

    public String getShift() {
        return shift;
    }

    public String getPost() {
        return post;
    }

    public Instant getFrom() {
        return from;
    }

    public Instant getTo() {
        return to;
    }

    public int getMinutes() {
        return (int) Duration.between(from, to).toMinutes();
    }

    public boolean isNight() {
        return night;
    }

    public boolean isFree() {
        return free;
    }

    public boolean isFixed() {
        return fixed;
    }

    public List<Worker> getCandidates() {
        return candidates;
    }

    /** Whether whoever has it could not be put there. */
    public boolean isWrong() {
        return worker != null && !fixed && !candidates.contains(worker);
    }

    /** Null for nobody. */
    public Worker getWorker() {
        return worker;
    }

    public void setWorker(Worker who) {
        worker = who;
    }
}
