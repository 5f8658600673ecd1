package dev.pledgedesk.eventing;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Looks at something of every tenant once a day, at a time of its zone. */
public abstract class DailyWork implements DueWorker {

    private static final UUID ONE = Ids.FIRST;

    private final String kind;
    private final LocalTime time;

    @Inject
    DueWork dueWork;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** Work of a kind. */
    protected DailyWork(String kind, LocalTime time) {
        this.kind = kind;
        this.time = time;
    }

    /** Looks; in the work's tenant and transaction. */
    protected abstract void look();

    @Override
    public String kind() {
        return kind;
    }

    /** From now on it is looked at. */
    protected void applied(@Observes ConfigApplied event) {
        dueWork.once(kind, ONE, next());
    }

    @Override
    public void work(List<UUID> ids) {
        dueWork.again(kind, ONE, next());
        look();
    }

    private Instant next() {
        return clock.next(time, ZoneId.of(tenants.config().tenant().zone()));
    }
}
