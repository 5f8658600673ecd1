package dev.pledgedesk.notification.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A mail on its way out: queued, then sent, or kept where no mail server is configured, or failed for good. */
@Entity
@Table(name = "outgoing_mail")
public class OutgoingMail extends Versioned {

    /** Tries before a mail counts as failed. */
    private static final int TRIES = 8;

    @Column(name = "person_id")
    private UUID personId;
    private Sealed recipient;
    private Sealed subject;
    private Sealed body;
    private String state;
    private int attempts;
    @Column(name = "last_error")
    private Sealed lastError;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;

    /** For JPA. */
    protected OutgoingMail() {
    }

    /** A mail covered by a person's key. */
    public OutgoingMail(UUID id, UUID personId, Sealed recipient, Sealed subject, Sealed body, Instant now) {
        super(id);
        this.personId = personId;
        this.recipient = recipient;
        this.subject = subject;
        this.body = body;
        this.state = "queued";
        this.createdAt = now;
    }

    /** The same mail in another form. */
    public void reseal(Sealed sameRecipient, Sealed sameSubject, Sealed sameBody, Sealed sameError) {
        recipient = sameRecipient;
        subject = sameSubject;
        body = sameBody;
        lastError = sameError;
    }

    /** The mail server has taken it. */
    public void sent(Instant now) {
        attempts++;
        state = "sent";
        lastError = null;
        sentAt = now;
    }

    /** There is no mail server; the outbox page shows it. */
    public void kept() {
        attempts++;
        state = "kept";
    }

    /** The mail server did not take it; true if it is worth another try. */
    public boolean failed(Sealed error) {
        attempts++;
        lastError = error;
        if (attempts >= TRIES) {
            state = "failed";
        }
        return attempts < TRIES;
    }

    /** Whether it is the last one to somebody who was forgotten: covered by a key of its own, and removed when it has left. */
    public boolean isLast() {
        return personId.equals(id());
    }

    public boolean isQueued() {
        return "queued".equals(state);
    }

    /** Whose key covers it. */
    public UUID personId() {
        return personId;
    }

    public Sealed recipient() {
        return recipient;
    }

    public Sealed subject() {
        return subject;
    }

    public Sealed body() {
        return body;
    }

    public String state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Sealed lastError() {
        return lastError;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant sentAt() {
        return sentAt;
    }
}
