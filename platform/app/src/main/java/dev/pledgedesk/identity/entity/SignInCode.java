package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A one-time code mailed to a customer: good once and for ten minutes. Tries are counted elsewhere, alike whether there is a code or not. */
@Entity
@Table(name = "sign_in_code")
public class SignInCode extends Versioned {

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "code_hash")
    private byte[] codeHash;
    @Column(name = "expires_at")
    private Instant expiresAt;
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

    /** Whether that is the code, in time and not used yet. */
    public boolean isGood(byte[] hash, Instant now) {
        return usedAt == null && now.isBefore(expiresAt) && MessageDigest.isEqual(hash, codeHash);
    }

    public UUID customerId() {
        return customerId;
    }
}
