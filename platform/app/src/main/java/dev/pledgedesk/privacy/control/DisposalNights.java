package dev.pledgedesk.privacy.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** When the work of {@link DisposalWork} is due: at three in the night of the tenant's zone. */
@ApplicationScoped
@Transactional
public class DisposalNights {

    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    @Inject
    DueWork dueWork;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** Asks for the work of this night now, and for the next night. */
    void begin(List<UUID> works) {
        works.forEach(work -> dueWork.now(DisposalWork.KIND, work));
        dueWork.done(DisposalWork.KIND, List.of(DisposalWork.NIGHT));
        dueWork.at(DisposalWork.KIND, DisposalWork.NIGHT, next());
    }

    void done(UUID work) {
        dueWork.done(DisposalWork.KIND, List.of(work));
    }

    private Instant next() {
        return clock.next(NIGHT, ZoneId.of(tenants.config().tenant().zone()));
    }
}
