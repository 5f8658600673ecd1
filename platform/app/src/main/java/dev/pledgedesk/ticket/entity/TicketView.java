package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
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
    private Sealed name;
    private Sealed filter;
    private boolean shared;

    /** For JPA. */
    protected TicketView() {
    }

    public TicketView(UUID id, UUID ownerId, boolean shared) {
        super(id);
        this.ownerId = ownerId;
        this.shared = shared;
    }

    /** What it is called and what it shows, sealed under its owner's key. */
    public void say(Sealed newName, Sealed newFilter) {
        name = newName;
        filter = newFilter;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public Sealed name() {
        return name;
    }

    public Sealed filter() {
        return filter;
    }

    public boolean isShared() {
        return shared;
    }
}
