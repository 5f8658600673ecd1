package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.training.EnrolmentState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody takes part in a session, waits for a place in it, or did not come. */
@Entity
@Table(name = "enrolment")
public class Enrolment extends Versioned {

    @Column(name = "session_id")
    private UUID sessionId;
    @Column(name = "staff_id")
    private UUID staffId;
    private String state;
    private Instant at;
    @Column(name = "attended_at")
    private Instant attendedAt;
    private Integer rating;
    private Sealed feedback;

    /** For JPA. */
    protected Enrolment() {
    }

    public Enrolment(UUID id, UUID sessionId, UUID staffId, String state, Instant at) {
        super(id);
        this.sessionId = sessionId;
        this.staffId = staffId;
        this.state = state;
        this.at = at;
    }

    /** Is in it, or waits. */
    public void enrol(EnrolmentState how, Instant now) {
        state = how.key();
        at = now;
    }

    /** Was there. */
    public void attend(Instant now) {
        state = EnrolmentState.ATTENDED.key();
        attendedAt = now;
    }

    /** Was not. */
    public void miss() {
        state = EnrolmentState.ABSENT.key();
        attendedAt = null;
    }

    public void withdraw() {
        state = EnrolmentState.WITHDRAWN.key();
    }

    /** What he thinks of it. */
    public void rate(int stars, Sealed words) {
        if (state() != EnrolmentState.ATTENDED) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.not-attended");
        }
        rating = stars;
        feedback = words;
    }

    public EnrolmentState state() {
        return EnrolmentState.of(state);
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID staffId() {
        return staffId;
    }

    public Instant at() {
        return at;
    }

    /** Null unless he was there. */
    public Instant attendedAt() {
        return attendedAt;
    }

    /** From 1 to 5; null unless he has said it. */
    public Integer rating() {
        return rating;
    }

    public Sealed feedback() {
        return feedback;
    }
}
