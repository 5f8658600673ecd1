package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a record's time is over and that it goes at a time, unless something speaks for it. */
@Entity
@Table(name = "disposal_mark")
public class DisposalMark extends TenantOwned {

    private String kind;
    @Column(name = "record_id")
    private UUID recordId;
    @Column(name = "marked_at")
    private Instant markedAt;
    @Column(name = "due_at")
    private Instant dueAt;

    /** For JPA. */
    protected DisposalMark() {
    }

    public DisposalMark(UUID id, String kind, UUID recordId, Instant now, Instant dueAt) {
        super(id);
        this.kind = kind;
        this.recordId = recordId;
        this.markedAt = now;
        this.dueAt = dueAt;
    }

    /** Goes later. */
    public void putOff(Instant until) {
        dueAt = until;
    }

    public String kind() {
        return kind;
    }

    public UUID recordId() {
        return recordId;
    }

    public Instant markedAt() {
        return markedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
