package dev.pledgedesk.notification.entity;

import dev.pledgedesk.notification.Way;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A mail or text message on its way out: queued, then sent, or kept where nothing carries it, or failed for good; what was sent may be told to have arrived, or to have come back. */
@Entity
@Table(name = "outgoing_mail")
public class OutgoingMail extends Versioned {

    /** Tries before a mail counts as failed. */
    private static final int TRIES = 8;

    @Column(name = "person_id")
    private UUID personId;
    private String way;
    @Column(name = "ticket_id")
    private UUID ticketId;
    private String carrier;
    private String reference;
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

    /**
     * A message covered by a person's key.
     *
     * @param ticketId what it is about, for whoever answers; null if about no ticket
     */
    public OutgoingMail(UUID id, UUID personId, Way way, UUID ticketId, Sealed recipient, Sealed subject, Sealed body, Instant now) {
        super(id);
        this.personId = personId;
        this.way = way.key();
        this.ticketId = ticketId;
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

    /**
     * It is on its way.
     *
     * @param by   which channel carries it; null for the operator's mail server
     * @param name what the channel calls it; null if nothing
     */
    public void sent(String by, String name, Instant now) {
        attempts++;
        state = "sent";
        carrier = by;
        reference = name;
        lastError = null;
        sentAt = now;
    }

    /** It has reached its person. */
    public void arrived() {
        state = "arrived";
    }

    /** It has come back. */
    public void returned(Sealed why) {
        state = "returned";
        lastError = why;
    }

    /** It will never be taken. */
    public void refused(Sealed why) {
        attempts++;
        state = "failed";
        lastError = why;
    }

    /** Whether it left and nothing more was heard of it. */
    public boolean isUnderWay() {
        return "sent".equals(state);
    }

    /** Nothing carries it; the outbox page shows it. */
    public void kept() {
        attempts++;
        state = "kept";
    }

    /** It was not taken now; true if it is worth another try. */
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

    public Way way() {
        return Way.of(way);
    }

    /** What it is about; null if about no ticket. */
    public UUID ticketId() {
        return ticketId;
    }

    /** The channel that took it; null for the operator's mail server, and before. */
    public String carrier() {
        return carrier;
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
