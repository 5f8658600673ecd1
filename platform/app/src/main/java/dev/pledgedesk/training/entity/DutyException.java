package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody may work for a while without a pass; who has allowed it answers for that. */
@Entity
@Table(name = "duty_exception")
public class DutyException extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String qualification;
    private Sealed reason;
    @Column(name = "granted_by")
    private String grantedBy;
    @Column(name = "granted_at")
    private Instant grantedAt;
    private Instant until;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;

    /** For JPA. */
    protected DutyException() {
    }

    public DutyException(UUID id, UUID staffId, String qualification, Sealed reason, String grantedBy, Instant grantedAt, Instant until) {
        super(id);
        this.staffId = staffId;
        this.qualification = qualification;
        this.reason = reason;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
        this.until = until;
    }

    /** Ends it before its time. */
    public void end(String actor, Instant now) {
        if (!holds(now)) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.exception-over");
        }
        endedAt = now;
        endedBy = actor;
    }

    /** Whether it counts at a moment. */
    public boolean holds(Instant now) {
        return endedAt == null && now.isBefore(until);
    }

    public UUID staffId() {
        return staffId;
    }

    public String qualification() {
        return qualification;
    }

    public Sealed reason() {
        return reason;
    }

    public String grantedBy() {
        return grantedBy;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public Instant until() {
        return until;
    }

    /** Null unless it was ended before its time. */
    public Instant endedAt() {
        return endedAt;
    }

    public String endedBy() {
        return endedBy;
    }
}
