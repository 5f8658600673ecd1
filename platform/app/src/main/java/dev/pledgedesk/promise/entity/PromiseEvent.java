package dev.pledgedesk.promise.entity;

import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a clock; never changed. */
@Entity
@Table(name = "promise_event")
public class PromiseEvent extends TenantOwned {

    @Column(name = "clock_id")
    private UUID clockId;
    private int number;
    private String kind;
    private Instant at;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    private String cause;
    private String actor;

    /** For JPA. */
    protected PromiseEvent() {
    }

    /** The event with this number, from 1, of a clock. */
    public PromiseEvent(UUID id, UUID clockId, int number, ClockEvent event, Instant recordedAt) {
        super(id);
        this.clockId = clockId;
        this.number = number;
        this.kind = event.kind().key();
        this.at = event.at();
        this.recordedAt = recordedAt;
        this.cause = event.cause();
        this.actor = event.actor();
    }

    public UUID clockId() {
        return clockId;
    }

    /** When it was written down; later than {@link ClockEvent#at} after an outage. */
    public Instant recordedAt() {
        return recordedAt;
    }

    public ClockEvent event() {
        return new ClockEvent(ClockEvent.Kind.of(kind), at, cause, actor);
    }
}
