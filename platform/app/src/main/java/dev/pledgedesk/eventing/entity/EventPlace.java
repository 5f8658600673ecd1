package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** The place of an event, whose id it has, in the feed; never changed. */
@Entity
@Table(name = "event_place")
public class EventPlace extends TenantOwned {

    private long number;

    /** For JPA. */
    protected EventPlace() {
    }

    EventPlace(UUID eventId, long number) {
        super(eventId);
        this.number = number;
    }

    /** From 1 on, without gaps, in the tenant. */
    public long number() {
        return number;
    }
}
