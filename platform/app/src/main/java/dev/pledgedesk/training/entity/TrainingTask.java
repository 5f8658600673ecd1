package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is to take part in a course because of his role. */
@Entity
@Table(name = "training_task")
public class TrainingTask extends TenantOwned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String programme;
    private String course;
    private LocalDate turn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "done_at")
    private Instant doneAt;

    /** For JPA. */
    protected TrainingTask() {
    }

    public TrainingTask(UUID id, UUID staffId, String programme, String course, LocalDate turn, LocalDate dueOn) {
        super(id);
        this.staffId = staffId;
        this.programme = programme;
        this.course = course;
        this.turn = turn;
        this.dueOn = dueOn;
    }

    /** He has taken part. */
    public void done(Instant now) {
        doneAt = now;
    }

    public UUID staffId() {
        return staffId;
    }

    public String programme() {
        return programme;
    }

    public String course() {
        return course;
    }

    /** When the turn began that it belongs to. */
    public LocalDate turn() {
        return turn;
    }

    /** Last day. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** Null while it is to be done. */
    public Instant doneAt() {
        return doneAt;
    }
}
