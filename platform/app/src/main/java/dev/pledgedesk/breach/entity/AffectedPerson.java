package dev.pledgedesk.breach.entity;

import dev.pledgedesk.breach.NoticeState;
import dev.pledgedesk.breach.PersonSource;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A customer whose data have leaked. */
@Entity
@Table(name = "breach_person")
public class AffectedPerson extends Versioned {

    @Column(name = "breach_id")
    private UUID breachId;
    @Column(name = "customer_id")
    private UUID customerId;
    private String source;
    @Column(name = "added_at")
    private Instant addedAt;
    private String notice;
    @Column(name = "written_at")
    private Instant writtenAt;

    /** For JPA. */
    protected AffectedPerson() {
    }

    public AffectedPerson(UUID id, UUID breachId, UUID customerId, PersonSource source, Instant now) {
        super(id);
        this.breachId = breachId;
        this.customerId = customerId;
        this.source = source.key();
        this.addedAt = now;
        this.notice = NoticeState.NONE.key();
    }

    /** The letter was handed over. */
    public void written(Instant now) {
        notice = NoticeState.WRITTEN.key();
        writtenAt = now;
    }

    /** There is no address. */
    public void unreachable() {
        notice = NoticeState.UNREACHABLE.key();
    }

    public UUID customerId() {
        return customerId;
    }

    public PersonSource source() {
        return PersonSource.of(source);
    }

    public Instant addedAt() {
        return addedAt;
    }

    public NoticeState notice() {
        return NoticeState.of(notice);
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
