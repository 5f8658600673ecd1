package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A sign-in: begins with a proof, ends by its time or by being revoked. Tokens and cookies are worth nothing without it. */
@Entity
@Table(name = "session")
public class Session extends Versioned {

    @Column(name = "subject_kind")
    private String subjectKind;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    private String way;
    @Column(name = "used_at")
    private Instant usedAt;
    private String browser;
    private String system;

    /** For JPA. */
    protected Session() {
    }

    /** A session bound to one ticket if {@code ticketId} is not null. */
    public Session(UUID id, CallerKind kind, UUID subjectId, UUID ticketId, SignInWay way, Instant now, Instant expiresAt) {
        super(id);
        this.subjectKind = kind.key();
        this.subjectId = subjectId;
        this.ticketId = ticketId;
        this.way = way.key();
        this.createdAt = now;
        this.usedAt = now;
        this.expiresAt = expiresAt;
    }

    /** Opened by a program of that family on a system of that family. */
    public void openedWith(String browserFamily, String systemFamily) {
        browser = browserFamily;
        system = systemFamily;
    }

    /** Ends the session now. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public CallerKind kind() {
        return CallerKind.of(subjectKind);
    }

    public UUID subjectId() {
        return subjectId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public SignInWay way() {
        return SignInWay.of(way);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it was last used, to within minutes. */
    public Instant usedAt() {
        return usedAt;
    }

    public String browser() {
        return browser;
    }

    public String system() {
        return system;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
