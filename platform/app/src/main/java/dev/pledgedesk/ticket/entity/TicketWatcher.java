package dev.pledgedesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A member of staff who follows a ticket. */
@Entity
@Table(name = "ticket_watcher")
@IdClass(TicketWatcher.Key.class)
public class TicketWatcher {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    @Id
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Id
    @Column(name = "staff_id")
    private UUID staffId;

    /** For JPA. */
    protected TicketWatcher() {
    }

    public TicketWatcher(UUID tenantId, UUID ticketId, UUID staffId) {
        this.tenantId = tenantId;
        this.ticketId = ticketId;
        this.staffId = staffId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID staffId() {
        return staffId;
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private UUID ticketId;
        private UUID staffId;

        /** For JPA. */
        public Key() {
        }

        public Key(UUID tenantId, UUID ticketId, UUID staffId) {
            this.tenantId = tenantId;
            this.ticketId = ticketId;
            this.staffId = staffId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(tenantId, key.tenantId) && Objects.equals(ticketId, key.ticketId)
                    && Objects.equals(staffId, key.staffId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, ticketId, staffId);
        }
    }
}
