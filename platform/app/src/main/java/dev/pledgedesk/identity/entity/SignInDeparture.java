package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A sign-in that has gone to its provider: good once, for ten minutes, in the browser it began in. */
@Entity
@Table(name = "sign_in_departure")
public class SignInDeparture extends Versioned {

    /** How long the provider and the person may take. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    @Column(name = "state_hash")
    private byte[] stateHash;
    @Column(name = "browser_hash")
    private byte[] browserHash;
    private String provider;
    @Column(name = "link_to")
    private UUID linkTo;
    private String back;
    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected SignInDeparture() {
    }

    /** @param linkTo who will own the identity that arrives, null if it is to sign in */
    public SignInDeparture(UUID id, byte[] stateHash, byte[] browserHash, String provider, UUID linkTo, String back, Instant now) {
        super(id);
        this.stateHash = stateHash.clone();
        this.browserHash = browserHash.clone();
        this.provider = provider;
        this.linkTo = linkTo;
        this.back = back;
        this.expiresAt = now.plus(LIFE);
    }

    /** Whether it may be finished now by a browser. */
    public boolean isOf(byte[] browser, Instant now) {
        return now.isBefore(expiresAt) && MessageDigest.isEqual(browser, browserHash);
    }

    /** Key of the provider. */
    public String provider() {
        return provider;
    }

    public UUID linkTo() {
        return linkTo;
    }

    public String back() {
        return back;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
