package dev.pledgedesk.privacy.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/** Disposes of what is over its time every night at three in the tenant's zone, in steps of a transaction each. */
@ApplicationScoped
public class DisposalWork implements DueWorker {

    private static final String KIND = "disposal";
    private static final UUID ONLY = new UUID(0, 0);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    @Inject
    DisposalTransactions transactions;

    @Inject
    DueWork dueWork;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** A tenant's first configuration begins it. */
    void configApplied(@Observes ConfigApplied event) {
        dueWork.once(KIND, ONLY, clock.now());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        dueWork.at(KIND, ONLY, transactions.step() ? clock.now() : nextNight());
    }

    private Instant nextNight() {
        ZonedDateTime now = clock.now().atZone(ZoneId.of(tenants.config().tenant().zone()));
        ZonedDateTime tonight = now.with(NIGHT);
        return (tonight.isAfter(now) ? tonight : now.plusDays(1).with(NIGHT)).toInstant();
    }
}
