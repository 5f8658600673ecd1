package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.training.SessionState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A course is held at a time and a place, for so many. */
@Entity
@Table(name = "training_session")
public class TrainingSession extends Versioned {

    private String course;
    @Column(name = "entry_id")
    private UUID entryId;
    @Column(name = "starts_at")
    private Instant startsAt;
    @Column(name = "ends_at")
    private Instant endsAt;
    private String place;
    @Column(name = "trainer_id")
    private UUID trainerId;
    private int places;
    private String code;
    private String state;

    /** For JPA. */
    protected TrainingSession() {
    }

    public TrainingSession(UUID id, String course, UUID entryId, String code) {
        super(id);
        this.course = course;
        this.entryId = entryId;
        this.code = code;
        this.state = SessionState.PLANNED.key();
    }

    /** When, where, by whom and for how many. */
    public void plan(Instant from, Instant until, String where, UUID trainer, int howMany) {
        requirePlanned();
        startsAt = from;
        endsAt = until;
        place = where;
        trainerId = trainer;
        places = howMany;
    }

    /** It is over. */
    public void held() {
        requirePlanned();
        state = SessionState.HELD.key();
    }

    /** It does not take place. */
    public void cancel() {
        requirePlanned();
        state = SessionState.CANCELLED.key();
    }

    /** Refuses what comes too late. */
    public void requirePlanned() {
        if (state() != SessionState.PLANNED) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.session-over");
        }
    }

    public SessionState state() {
        return SessionState.of(state);
    }

    public String course() {
        return course;
    }

    /** The entry of the plan that it fulfils; null for none. */
    public UUID entryId() {
        return entryId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public String place() {
        return place;
    }

    public UUID trainerId() {
        return trainerId;
    }

    public int places() {
        return places;
    }

    /** That who is there types. */
    public String code() {
        return code;
    }
}
