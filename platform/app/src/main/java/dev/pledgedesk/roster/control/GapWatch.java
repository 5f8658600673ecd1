package dev.pledgedesk.roster.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Looks every morning for gaps that are to come and tells who is to know, once so many days before as the configuration says. */
@ApplicationScoped
public class GapWatch implements DueWorker {

    static final String KIND = "roster-gaps";
    private static final UUID ONE = Ids.FIRST;
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    @Inject
    RosterTransactions roster;

    @Inject
    RosterDays days;

    @Inject
    RosterNotices notices;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    void applied(@Observes ConfigApplied event) {
        dueWork.once(KIND, ONE, next());
    }

    @Override
    public void work(List<UUID> ids) {
        dueWork.again(KIND, ONE, next());
        if (days.isThere()) {
            LocalDate today = clock.now().atZone(days.zone()).toLocalDate();
            days.section().alarms().forEach(alarm -> {
                LocalDate day = today.plusDays(alarm.daysBefore());
                roster.gaps(day, day).forEach(gap -> notices.tellRoles(alarm.roles(), gap, days.start(days.section().shift(gap.shift()).orElseThrow(), day)));
            });
        }
    }

    private Instant next() {
        return clock.next(MORNING, days.zone());
    }
}
