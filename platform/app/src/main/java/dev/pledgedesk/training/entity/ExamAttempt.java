package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.training.AttemptState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A paper that somebody writes for an assessment. Its time runs on the server, whatever becomes of his connection. */
@Entity
@Table(name = "exam_attempt")
public class ExamAttempt extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "assessment_id")
    private UUID assessmentId;
    private String exam;
    @Column(name = "config_version")
    private int configVersion;
    private long seed;
    private String state;
    private UUID seat;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ends_at")
    private Instant endsAt;
    @Column(name = "submitted_at")
    private Instant submittedAt;
    private int points;
    private BigDecimal score;

    /** For JPA. */
    protected ExamAttempt() {
    }

    public ExamAttempt(UUID id, UUID staffId, UUID assessmentId, String exam, int configVersion, long seed, UUID seat, Instant startedAt, Instant endsAt, int points) {
        super(id);
        this.staffId = staffId;
        this.assessmentId = assessmentId;
        this.exam = exam;
        this.configVersion = configVersion;
        this.seed = seed;
        this.seat = seat;
        this.startedAt = startedAt;
        this.endsAt = endsAt;
        this.points = points;
        this.state = AttemptState.RUNNING.key();
    }

    /** Goes on at another place; the one before is left. */
    public void sit(UUID newSeat) {
        requireRunning();
        seat = newSeat;
    }

    /** Refuses a place that is not the one, and a time that is over. */
    public void requireSeat(UUID from, Instant now) {
        requireRunning();
        if (!seat.equals(from)) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.other-seat");
        }
        if (!now.isBefore(endsAt)) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.time-over");
        }
    }

    /** Is handed in. */
    public void submit(Instant now) {
        requireRunning();
        state = AttemptState.MARKING.key();
        submittedAt = now.isBefore(endsAt) ? now : endsAt;
    }

    /** All is marked. */
    public void marked(BigDecimal result) {
        state = AttemptState.MARKED.key();
        score = result;
    }

    private void requireRunning() {
        if (state() != AttemptState.RUNNING) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.submitted-already");
        }
    }

    public AttemptState state() {
        return AttemptState.of(state);
    }

    public UUID staffId() {
        return staffId;
    }

    public UUID assessmentId() {
        return assessmentId;
    }

    public String exam() {
        return exam;
    }

    public int configVersion() {
        return configVersion;
    }

    /** From which it was drawn. */
    public long seed() {
        return seed;
    }

    /** The only place from which it is written now. */
    public UUID seat() {
        return seat;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** Null while it is written. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** That can be had. */
    public int points() {
        return points;
    }

    /** Per cent; null until it is marked. */
    public BigDecimal score() {
        return score;
    }
}
