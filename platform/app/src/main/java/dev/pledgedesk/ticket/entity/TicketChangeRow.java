package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One change of one property of a ticket. */
@Entity
@Table(name = "ticket_change")
public class TicketChangeRow extends TenantOwned {

    @Column(name = "ticket_id")
    private UUID ticketId;
    private Instant at;
    @Column(name = "actor_kind")
    private String actorKind;
    @Column(name = "actor_id")
    private UUID actorId;
    private String field;
    private Sealed before;
    private Sealed after;

    /** For JPA. */
    protected TicketChangeRow() {
    }

    public TicketChangeRow(UUID id, UUID ticketId, Instant at, String actorKind, UUID actorId, String field, Sealed before, Sealed after) {
        super(id);
        this.ticketId = ticketId;
        this.at = at;
        this.actorKind = actorKind;
        this.actorId = actorId;
        this.field = field;
        this.before = before;
        this.after = after;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public Instant at() {
        return at;
    }

    public String actorKind() {
        return actorKind;
    }

    public UUID actorId() {
        return actorId;
    }

    public String field() {
        return field;
    }

    public Sealed before() {
        return before;
    }

    public Sealed after() {
        return after;
    }
}
