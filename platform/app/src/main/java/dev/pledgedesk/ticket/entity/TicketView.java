package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A filter of the ticket list that a member of staff keeps under a name. */
@Entity
@Table(name = "ticket_view")
public class TicketView extends Versioned {

    @Column(name = "owner_id")
    private UUID ownerId;
    private String name;
    private String filter;
    private boolean shared;

    /** For JPA. */
    protected TicketView() {
    }

    public TicketView(UUID id, UUID ownerId, String name, String filter, boolean shared) {
        super(id);
        this.ownerId = ownerId;
        this.name = name;
        this.filter = filter;
        this.shared = shared;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public String name() {
        return name;
    }

    public String filter() {
        return filter;
    }

    public boolean isShared() {
        return shared;
    }
}
