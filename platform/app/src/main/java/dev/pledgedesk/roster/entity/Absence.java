package dev.pledgedesk.roster.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.roster.AbsenceKind;
import dev.pledgedesk.roster.AbsenceState;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is away for some days, or wishes to be. */
@Entity
@Table(name = "absence")
public class Absence extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "from_day")
    private LocalDate fromDay;
    @Column(name = "to_day")
    private LocalDate toDay;
    private String kind;
    private String state;
    private Sealed reason;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "decided_by")
    private String decidedBy;

    /** For JPA. */
    protected Absence() {
    }

    public Absence(UUID id, UUID staffId, LocalDate fromDay, LocalDate toDay, String kind, String state, Sealed reason, Instant askedAt) {
        super(id);
        this.staffId = staffId;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.kind = kind;
        this.state = state;
        this.reason = reason;
        this.askedAt = askedAt;
    }

    /** Somebody has decided. */
    public void decide(boolean granted, String actor) {
        if (state() != AbsenceState.ASKED) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.decided-already");
        }
        state = (granted ? AbsenceState.GRANTED : AbsenceState.REFUSED).key();
        decidedBy = actor;
    }

    /** He does not wish to any more. */
    public void withdraw() {
        if (state() != AbsenceState.ASKED && state() != AbsenceState.GRANTED) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.decided-already");
        }
        state = AbsenceState.WITHDRAWN.key();
    }

    public AbsenceKind kind() {
        return AbsenceKind.of(kind);
    }

    public AbsenceState state() {
        return AbsenceState.of(state);
    }

    public UUID staffId() {
        return staffId;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    /** The last one. */
    public LocalDate toDay() {
        return toDay;
    }

    /** Null for none. */
    /** Whether a day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay);
    }

    public Sealed reason() {
        return reason;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until somebody has. */
    public String decidedBy() {
        return decidedBy;
    }
}
