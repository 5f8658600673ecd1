package dev.pledgedesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A relation of a ticket to another one. */
@Entity
@Table(name = "ticket_link")
@IdClass(TicketLink.Key.class)
public class TicketLink {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    @Id
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Id
    @Column(name = "other_id")
    private UUID otherId;
    @Id
    private String kind;

    /** For JPA. */
    protected TicketLink() {
    }

    public TicketLink(UUID tenantId, UUID ticketId, UUID otherId, String kind) {
        this.tenantId = tenantId;
        this.ticketId = ticketId;
        this.otherId = otherId;
        this.kind = kind;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID otherId() {
        return otherId;
    }

    public String kind() {
        return kind;
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private UUID ticketId;
        private UUID otherId;
        private String kind;

        /** For JPA. */
        public Key() {
        }

        public Key(UUID tenantId, UUID ticketId, UUID otherId, String kind) {
            this.tenantId = tenantId;
            this.ticketId = ticketId;
            this.otherId = otherId;
        this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(tenantId, key.tenantId) && Objects.equals(ticketId, key.ticketId)
                    && Objects.equals(otherId, key.otherId) && Objects.equals(kind, key.kind);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, ticketId, otherId, kind);
        }
    }
}
