package dev.pledgedesk.roster.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.RunState;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A roster that is or was proposed for some days. */
@Entity
@Table(name = "roster_run")
public class RosterRun extends Versioned {

    @Column(name = "from_day")
    private LocalDate fromDay;
    private int days;
    private String state;
    private Integer hard;
    private Integer unmet;
    private Integer soft;
    private Long millis;
    @Convert(converter = JsonColumn.class)
    private JsonNode proposal;
    @Convert(converter = JsonColumn.class)
    private JsonNode gaps;
    @Column(name = "started_by")
    private String startedBy;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected RosterRun() {
    }

    public RosterRun(UUID id, LocalDate fromDay, int days, String startedBy, Instant startedAt) {
        super(id);
        this.fromDay = fromDay;
        this.days = days;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
        this.state = RunState.WAITING.key();
    }

    /** A solver is at it; false if it is not to be any more. */
    public boolean begin() {
        if (state() != RunState.WAITING && state() != RunState.RUNNING) {
            return false;
        }
        state = RunState.RUNNING.key();
        return true;
    }

    /** The best by now. */
    public void found(int brokenRules, int open, int unfairness, long after) {
        hard = brokenRules;
        unmet = open;
        soft = unfairness;
        millis = after;
    }

    /** It has ended. */
    public void end(JsonNode who, JsonNode notMet, Instant now) {
        if (state() == RunState.RUNNING) {
            state = RunState.DONE.key();
            proposal = who;
            gaps = notMet;
            endedAt = now;
        }
    }

    /** It could not be made. */
    public void fail(Instant now) {
        if (state() == RunState.RUNNING) {
            state = RunState.FAILED.key();
            endedAt = now;
        }
    }

    /** Nobody waits for it any more. */
    public void cancel(Instant now) {
        if (state() == RunState.APPLIED) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.applied-already");
        }
        state = RunState.CANCELLED.key();
        endedAt = endedAt == null ? now : endedAt;
    }

    /** It is the roster now. */
    public void apply() {
        if (state() != RunState.DONE) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.not-done");
        }
        state = RunState.APPLIED.key();
    }

    /** This could not be met, either. */
    public void leave(JsonNode notMet) {
        gaps = notMet;
    }

    public RunState state() {
        return RunState.of(state);
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public int days() {
        return days;
    }

    /** Rules that are broken; null while nothing was found. */
    public Integer hard() {
        return hard;
    }

    /** Places that nobody could be found for; likewise. */
    public Integer unmet() {
        return unmet;
    }

    /** How unfair it is, less is better; likewise. */
    public Integer soft() {
        return soft;
    }

    /** How long it took by now. */
    public Long millis() {
        return millis;
    }

    /** Who is to be on duty when; null until it is done. */
    public JsonNode proposal() {
        return proposal;
    }

    /** What cannot be met; likewise. */
    public JsonNode gaps() {
        return gaps;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs. */
    public Instant endedAt() {
        return endedAt;
    }
}
