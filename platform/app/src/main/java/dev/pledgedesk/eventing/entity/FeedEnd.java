package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** The end of a tenant's feed, under the tenant's own id: what is locked while events are given their places. */
@Entity
@Table(name = "event_feed")
public class FeedEnd extends TenantOwned {

    @Column(name = "last_number")
    private long lastNumber;
    private UUID settled;

    /** For JPA. */
    protected FeedEnd() {
    }

    /** The next event has its place. */
    EventPlace place(UUID event) {
        lastNumber++;
        return new EventPlace(event, lastNumber);
    }

    /** Every event up to this id has its place, and none with such an id can come any more. */
    void settle(UUID id) {
        settled = id.compareTo(settled) > 0 ? id : settled;
    }

    UUID settled() {
        return settled;
    }

    long lastNumber() {
        return lastNumber;
    }
}
