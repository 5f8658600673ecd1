package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A one-time code mailed to a customer: good once, for ten minutes and five tries. */
@Entity
@Table(name = "sign_in_code")
public class SignInCode extends Versioned {

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "code_hash")
    private byte[] codeHash;
    @Column(name = "expires_at")
    private Instant expiresAt;
    private int attempts;
    @Column(name = "used_at")
    private Instant usedAt;

    /** For JPA. */
    protected SignInCode() {
    }

    public SignInCode(UUID id, UUID customerId, byte[] codeHash, Instant now) {
        super(id);
        this.customerId = customerId;
        this.codeHash = codeHash.clone();
        this.expiresAt = now.plus(LIFE);
    }

    /** Tries a code; true once, for the right code in time. Every try counts. */
    public boolean redeem(byte[] hash, Instant now) {
        attempts++;
        boolean good = usedAt == null && attempts <= TRIES && now.isBefore(expiresAt) && java.security.MessageDigest.isEqual(hash, codeHash);
        if (good) {
            usedAt = now;
        }
        return good;
    }

    public UUID customerId() {
        return customerId;
    }
}
