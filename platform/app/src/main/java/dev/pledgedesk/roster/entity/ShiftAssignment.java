package dev.pledgedesk.roster.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is on duty: a shift at a post, on the day on which it begins. */
@Entity
@Table(name = "shift_assignment")
public class ShiftAssignment extends Versioned {

    private LocalDate day;
    private String shift;
    private String post;
    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "starts_at")
    private Instant startsAt;
    @Column(name = "ends_at")
    private Instant endsAt;
    @Column(name = "signed_in_at")
    private Instant signedInAt;
    @Column(name = "signed_out_at")
    private Instant signedOutAt;
    @Convert(converter = JsonColumn.class)
    private JsonNode faults;

    /** For JPA. */
    protected ShiftAssignment() {
    }

    public ShiftAssignment(UUID id, LocalDate day, String shift, String post, Instant startsAt, Instant endsAt) {
        super(id);
        this.day = day;
        this.shift = shift;
        this.post = post;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
    }

    /** Gives it to somebody. */
    public void giveTo(UUID member) {
        if (signedInAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.begun");
        }
        staffId = member;
    }

    /** He is there, and has looked at what he works with. */
    public void signIn(JsonNode notInOrder, Instant now) {
        if (signedInAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.signed-in");
        }
        signedInAt = now;
        faults = notInOrder;
    }

    /** He goes. */
    public void signOut(Instant now) {
        if (signedInAt == null || signedOutAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.not-signed-in");
        }
        signedOutAt = now;
    }

    /** In the tenant's zone. */
    public LocalDate day() {
        return day;
    }

    public String shift() {
        return shift;
    }

    public String post() {
        return post;
    }

    public UUID staffId() {
        return staffId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** Null until he has. */
    public Instant signedInAt() {
        return signedInAt;
    }

    /** Null until he has. */
    public Instant signedOutAt() {
        return signedOutAt;
    }

    /** By how many minutes somebody came late; 0 within the minutes that are allowed, null until he came. */
    public Integer lateMinutes(int allowed) {
        if (signedInAt == null) {
            return null;
        }
        long minutes = Duration.between(startsAt, signedInAt).toMinutes();
        return minutes > allowed ? (int) minutes : 0;
    }

    /** Keys of the checks that were not in order; null until he has signed in. */
    public JsonNode faults() {
        return faults;
    }
}
