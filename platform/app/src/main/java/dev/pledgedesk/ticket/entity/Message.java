package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that was said in a ticket: a public reply, seen by the requester, or an internal note. Never changed. */
@Entity
@Table(name = "message")
public class Message extends TenantOwned {

    /** Kind of what the requester sees. */
    public static final String PUBLIC_REPLY = "public-reply";
    /** Kind of what only staff see. */
    public static final String INTERNAL_NOTE = "internal-note";

    @Column(name = "ticket_id")
    private UUID ticketId;
    private String kind;
    @Column(name = "author_kind")
    private String authorKind;
    @Column(name = "author_id")
    private UUID authorId;
    private String channel;
    private Sealed body;
    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected Message() {
    }

    public Message(UUID id, UUID ticketId, String kind, String authorKind, UUID authorId, String channel, Sealed body, Instant now) {
        super(id);
        this.ticketId = ticketId;
        this.kind = kind;
        this.authorKind = authorKind;
        this.authorId = authorId;
        this.channel = channel;
        this.body = body;
        this.createdAt = now;
    }

    /** The same text in another form. */
    public void reseal(Sealed sameBody) {
        body = sameBody;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public boolean isInternal() {
        return INTERNAL_NOTE.equals(kind);
    }

    public String kind() {
        return kind;
    }

    public String authorKind() {
        return authorKind;
    }

    public UUID authorId() {
        return authorId;
    }

    public String channel() {
        return channel;
    }

    public Sealed body() {
        return body;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
