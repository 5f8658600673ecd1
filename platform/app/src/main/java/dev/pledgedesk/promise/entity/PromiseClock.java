package dev.pledgedesk.promise.entity;

import dev.pledgedesk.promise.ClockReading;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A promise for a record, with the versions that it runs under. What it says is made of its events; state and times are kept here to be found by. */
@Entity
@Table(name = "promise_clock")
public class PromiseClock extends Versioned {

    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private UUID subjectId;
    private String policy;
    private String target;
    private String metric;
    @Column(name = "config_version")
    private int configVersion;
    private String calendar;
    private String tables;
    @Column(name = "time_limit")
    private String limit;
    @Column(name = "named_at")
    private Instant namedAt;
    @Column(name = "message_id")
    private UUID messageId;
    private String state;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "broken_at")
    private Instant brokenAt;
    /** When it was broken, or else ended: kept beside both, so that one index finds what was decided in a time. */
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "answerable_id")
    private UUID answerableId;
    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected PromiseClock() {
    }

    /**
     * A clock that is about to run.
     *
     * @param policy    key of the policy, null for a time that was named without one
     * @param rule      what it runs under
     * @param namedAt   the time that was named, null for a limit
     * @param messageId what it was named in, null otherwise
     */
    public PromiseClock(UUID id, String subjectType, UUID subjectId, String policy, Rule rule, Instant namedAt, UUID messageId, Instant startedAt) {
        super(id);
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.policy = policy;
        this.target = rule.target();
        this.metric = rule.metric().key();
        this.configVersion = rule.configVersion();
        this.calendar = rule.calendar();
        this.tables = rule.tables();
        this.limit = rule.limit();
        this.namedAt = namedAt;
        this.messageId = messageId;
        this.state = ClockState.RUNNING.key();
        this.startedAt = startedAt;
    }

    /**
     * What a clock runs under for ever.
     *
     * @param tables names of the tables of days off
     * @param limit  as the configuration writes it; null for a time that is named
     */
    public record Rule(String target, Metric metric, int configVersion, String calendar, String tables, String limit) {
    }

    /** Is in another state; for a clock that is not stored. */
    public void become(ClockState next) {
        state = next.key();
    }

    /** Keeps what was read. */
    public void say(ClockReading reading, Instant lastEvent) {
        state = reading.state().key();
        dueAt = reading.dueAt();
        brokenAt = reading.brokenAt();
        endedAt = reading.state().isOpen() ? null : lastEvent;
        decidedAt = brokenAt == null ? endedAt : brokenAt;
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String policy() {
        return policy;
    }

    public Rule rule() {
        return new Rule(target, Metric.of(metric), configVersion, calendar, tables, limit);
    }

    public Instant namedAt() {
        return namedAt;
    }

    public UUID messageId() {
        return messageId;
    }

    public ClockState state() {
        return ClockState.of(state);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant brokenAt() {
        return brokenAt;
    }

    /** Whether it was kept, broken or given up. */
    public boolean isDecided() {
        return decidedAt != null;
    }

    /** Whose it was when that was decided; null for nobody's. */
    public void answer(UUID staffId) {
        answerableId = staffId;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
