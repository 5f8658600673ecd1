package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The link in a ticket mail: lets its holder see and answer one ticket as its requester. */
@Entity
@Table(name = "access_link")
public class AccessLink extends Versioned {

    /** How long a link is good. */
    public static final Duration LIFE = Duration.ofDays(90);

    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Column(name = "token_hash")
    private byte[] tokenHash;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** For JPA. */
    protected AccessLink() {
    }

    public AccessLink(UUID id, UUID customerId, UUID ticketId, byte[] tokenHash, Instant now) {
        super(id);
        this.customerId = customerId;
        this.ticketId = ticketId;
        this.tokenHash = tokenHash.clone();
        this.expiresAt = now.plus(LIFE);
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID ticketId() {
        return ticketId;
    }
}
