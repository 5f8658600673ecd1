package dev.pledgedesk.identity.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a customer must not be forgotten, until it is lifted. */
@Entity
@Table(name = "legal_hold")
public class LegalHold extends Versioned {

    @Column(name = "customer_id")
    private UUID customerId;
    private Sealed reason;
    @Column(name = "placed_by")
    private String placedBy;
    @Column(name = "placed_at")
    private Instant placedAt;
    @Column(name = "lifted_by")
    private String liftedBy;
    @Column(name = "lifted_at")
    private Instant liftedAt;

    /** For JPA. */
    protected LegalHold() {
    }

    public LegalHold(UUID id, UUID customerId, Sealed reason, String actor, Instant now) {
        super(id);
        this.customerId = customerId;
        this.reason = reason;
        this.placedBy = actor;
        this.placedAt = now;
    }

    /** Ends it. */
    public void lift(String actor, Instant now) {
        liftedBy = actor;
        liftedAt = now;
    }

    public boolean holds() {
        return liftedAt == null;
    }

    public UUID customerId() {
        return customerId;
    }

    public Sealed reason() {
        return reason;
    }

    public String placedBy() {
        return placedBy;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** Null while it holds. */
    public Instant liftedAt() {
        return liftedAt;
    }
}
