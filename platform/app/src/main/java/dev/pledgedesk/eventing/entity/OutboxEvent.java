package dev.pledgedesk.eventing.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event, written once with the change that caused it. */
@Entity
@Table(name = "outbox_event")
public class OutboxEvent extends TenantOwned {

    private String type;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Column(name = "occurred_at")
    private Instant occurredAt;
    private String actor;
    @Convert(converter = JsonColumn.class)
    private JsonNode payload;

    /** For JPA. */
    protected OutboxEvent() {
    }

    public OutboxEvent(UUID id, String type, UUID subjectId, Instant occurredAt, String actor, JsonNode payload) {
        super(id);
        this.type = type;
        this.subjectId = subjectId;
        this.occurredAt = occurredAt;
        this.actor = actor;
        this.payload = payload;
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

    public String actor() {
        return actor;
    }

    public JsonNode payload() {
        return payload;
    }
}
