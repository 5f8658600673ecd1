package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An attempt at a message; never changed. */
@Entity
@Table(name = "webhook_attempt")
public class DeliveryAttempt extends TenantOwned {

    @Column(name = "delivery_id")
    private UUID deliveryId;
    private Instant at;
    private Integer status;
    private String failure;
    private long millis;

    /** For JPA. */
    protected DeliveryAttempt() {
    }

    public DeliveryAttempt(UUID id, UUID deliveryId, Instant at, Integer status, String failure, long millis) {
        super(id);
        this.deliveryId = deliveryId;
        this.at = at;
        this.status = status;
        this.failure = failure;
        this.millis = millis;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public Instant at() {
        return at;
    }

    /** Null if there was no answer. */
    public Integer status() {
        return status;
    }

    /** Null if there was an answer. */
    public String failure() {
        return failure;
    }

    public long millis() {
        return millis;
    }
}
