package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Another ticket that belongs to a complaint. */
@Entity
@Table(name = "complaint_ticket")
public class ComplaintTicket extends TenantOwned {

    @Column(name = "complaint_id")
    private UUID complaintId;
    @Column(name = "ticket_id")
    private UUID ticketId;

    /** For JPA. */
    protected ComplaintTicket() {
    }

    public ComplaintTicket(UUID id, UUID complaintId, UUID ticketId) {
        super(id);
        this.complaintId = complaintId;
        this.ticketId = ticketId;
    }

    public UUID ticketId() {
        return ticketId;
    }
}
