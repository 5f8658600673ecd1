package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.complaint.CaseState;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A department that is asked about a complaint. Question and opinion stand in the complaint's entries. */
@Entity
@Table(name = "complaint_case")
public class ComplaintCase extends Versioned {

    @Column(name = "complaint_id")
    private UUID complaintId;
    private String department;
    private int round;
    private String state;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected ComplaintCase() {
    }

    public ComplaintCase(UUID id, UUID complaintId, String department, int round, Instant now) {
        super(id);
        this.complaintId = complaintId;
        this.department = department;
        this.round = round;
        this.state = CaseState.OPEN.key();
        this.openedAt = now;
    }

    /** The department has given its opinion. */
    public void answer(Instant now) {
        end(CaseState.ANSWERED, now);
    }

    /** It is not asked any more. */
    public void withdraw(Instant now) {
        end(CaseState.WITHDRAWN, now);
    }

    private void end(CaseState how, Instant now) {
        if (state() != CaseState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.case-ended");
        }
        state = how.key();
        endedAt = now;
    }

    public UUID complaintId() {
        return complaintId;
    }

    public String department() {
        return department;
    }

    public int round() {
        return round;
    }

    public CaseState state() {
        return CaseState.of(state);
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while it is open. */
    public Instant endedAt() {
        return endedAt;
    }
}
