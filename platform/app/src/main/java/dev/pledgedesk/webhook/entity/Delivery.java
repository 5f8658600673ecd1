package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import dev.pledgedesk.webhook.DeliveryState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A message to an address. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery extends TenantOwned {

    @Column(name = "webhook_id")
    private UUID webhookId;
    @Column(name = "event_id")
    private UUID eventId;
    private String type;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Column(name = "occurred_at")
    private Instant occurredAt;
    private String state;
    private int round;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected Delivery() {
    }

    public Delivery(UUID id, UUID webhookId, UUID eventId, String type, UUID subjectId, Instant occurredAt, Instant now) {
        super(id);
        this.webhookId = webhookId;
        this.eventId = eventId;
        this.type = type;
        this.subjectId = subjectId;
        this.occurredAt = occurredAt;
        this.state = DeliveryState.WAITING.key();
        this.dueAt = now;
    }

    /** It was taken. */
    public void delivered(Instant now) {
        end(DeliveryState.DELIVERED, now);
    }

    /** It was given up. */
    public void givenUp(Instant now) {
        end(DeliveryState.FAILED, now);
    }

    private void end(DeliveryState how, Instant now) {
        state = how.key();
        round++;
        dueAt = null;
        endedAt = now;
    }

    /** It is sent again at a time. */
    public void again(Instant at) {
        round++;
        dueAt = at;
    }

    /** It is sent anew, with all attempts before it. */
    public void replay(Instant now) {
        state = DeliveryState.WAITING.key();
        round = 0;
        dueAt = now;
        endedAt = null;
    }

    public UUID webhookId() {
        return webhookId;
    }

    public UUID eventId() {
        return eventId;
    }

    public String type() {
        return type;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public DeliveryState state() {
        return DeliveryState.of(state);
    }

    /** Attempts since it was last sent anew. */
    public int round() {
        return round;
    }

    /** Null if it is not sent any more. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Null while it waits. */
    public Instant endedAt() {
        return endedAt;
    }
}
