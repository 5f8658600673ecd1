package dev.pledgedesk.breach.entity;

import dev.pledgedesk.breach.BreachState;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A leak. Its texts are sealed under a key of its own, whose person is its id. */
@Entity
@Table(name = "breach")
public class BreachRecord extends Versioned {

    private Sealed title;
    private Sealed happened;
    private String severity;
    @Column(name = "aware_at")
    private Instant awareAt;
    @Column(name = "reported_by")
    private String reportedBy;
    @Column(name = "reported_at")
    private Instant reportedAt;
    @Column(name = "contained_by")
    private String containedBy;
    @Column(name = "contained_at")
    private Instant containedAt;
    private Sealed containment;
    @Column(name = "assessed_by")
    private String assessedBy;
    @Column(name = "assessed_at")
    private Instant assessedAt;
    private Sealed assessment;
    @Column(name = "closed_by")
    private String closedBy;
    @Column(name = "closed_at")
    private Instant closedAt;
    private Sealed conclusion;
    private Sealed notice;

    /** For JPA. */
    protected BreachRecord() {
    }

    public BreachRecord(UUID id, Severity severity, Instant awareAt, String actor, Instant now) {
        super(id);
        this.severity = severity.key();
        this.awareAt = awareAt;
        this.reportedBy = actor;
        this.reportedAt = now;
    }

    /** What it is called, and what has happened. */
    public void says(Sealed name, Sealed what) {
        title = name;
        happened = what;
    }

    /** It leaks no more. */
    public void contain(Sealed how, String actor, Instant now) {
        requireOpen();
        if (containedAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.contained-already");
        }
        containment = how;
        containedBy = actor;
        containedAt = now;
    }

    /** It is known, or known better, how bad it is. */
    public void assess(Severity found, Sealed why, String actor, Instant now) {
        requireOpen();
        severity = found.key();
        assessment = why;
        assessedBy = actor;
        assessedAt = now;
    }

    /** All is done. */
    public void close(Sealed end, String actor, Instant now) {
        requireOpen();
        if (state() != BreachState.ASSESSED) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.not-assessed");
        }
        conclusion = end;
        closedBy = actor;
        closedAt = now;
    }

    /** The letters that persons concerned are written. */
    public void write(Sealed letters) {
        requireOpen();
        notice = letters;
    }

    /** Refuses what comes after the end. */
    public void requireOpen() {
        if (closedAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.closed");
        }
    }

    /** How far it is; it may be assessed before it is contained, and counts as detected then. */
    public BreachState state() {
        if (closedAt != null) {
            return BreachState.CLOSED;
        }
        return containedAt == null ? BreachState.DETECTED : assessedAt == null ? BreachState.CONTAINED : BreachState.ASSESSED;
    }

    public Sealed title() {
        return title;
    }

    public Sealed happened() {
        return happened;
    }

    public Severity severity() {
        return Severity.of(severity);
    }

    public Instant awareAt() {
        return awareAt;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public String containedBy() {
        return containedBy;
    }

    public Instant containedAt() {
        return containedAt;
    }

    public Sealed containment() {
        return containment;
    }

    public String assessedBy() {
        return assessedBy;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    public Sealed assessment() {
        return assessment;
    }

    public String closedBy() {
        return closedBy;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Sealed conclusion() {
        return conclusion;
    }

    /** Null before letters were written. */
    public Sealed notice() {
        return notice;
    }
}
