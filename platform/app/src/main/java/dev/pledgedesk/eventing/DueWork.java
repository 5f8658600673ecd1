package dev.pledgedesk.eventing;

import dev.pledgedesk.eventing.control.Worker;
import dev.pledgedesk.eventing.entity.DueWorkRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks for work to be done later for the tenant of the request; the row is part of the caller's transaction. */
@ApplicationScoped
public class DueWork {

    @Inject
    DueWorkRows rows;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    @Inject
    Event<Worker.Wake> wake;

    /** As soon as possible after the commit. */
    public void now(String kind, UUID id) {
        now(List.of(kind), id);
    }

    /** As soon as possible after the commit, by the worker of each kind. */
    public void now(Collection<String> kinds, UUID id) {
        put(kinds, id, clock.now(), false);
    }

    /** At a time; asking again for the same kind and id moves it. */
    public void at(String kind, UUID id, Instant due) {
        put(List.of(kind), id, due, true);
    }

    /** At a time at the latest; asked for already, the earlier time counts. */
    public void by(String kind, UUID id, Instant due) {
        rows.putEarlier(kind, context.tenantId(), id, due);
        wake.fire(new Worker.Wake());
    }

    /** At a time, unless it is asked for already. */
    public void once(String kind, UUID id, Instant due) {
        put(List.of(kind), id, due, false);
    }

    /** At a time, for who does the work himself and goes on later: free of the lease under which it was found. */
    public void again(String kind, UUID id, Instant due) {
        done(kind, List.of(id));
        at(kind, id, due);
    }

    private void put(Collection<String> kinds, UUID id, Instant due, boolean move) {
        rows.put(kinds, context.tenantId(), id, due, move);
        wake.fire(new Worker.Wake());
    }

    /** The work is done; for workers with transactions of their own. */
    public void done(String kind, Collection<UUID> ids) {
        rows.remove(kind, context.tenantId(), ids);
    }
}
