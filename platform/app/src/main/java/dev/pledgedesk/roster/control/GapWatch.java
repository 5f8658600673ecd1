package dev.pledgedesk.roster.control;

import dev.pledgedesk.eventing.DailyWork;
import dev.pledgedesk.kernel.DeskClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;

/** Looks every morning for gaps that are to come and tells who is to know, once so many days before as the configuration says. */
@ApplicationScoped
public class GapWatch extends DailyWork {

    @Inject
    RosterTransactions roster;

    @Inject
    RosterDays days;

    @Inject
    RosterNotices notices;

    @Inject
    DeskClock clock;

    GapWatch() {
        super("roster-gaps", LocalTime.of(6, 0));
    }

    @Override
    protected void look() {
        if (days.isThere()) {
            LocalDate today = clock.now().atZone(days.zone()).toLocalDate();
            days.section().alarms().forEach(alarm -> {
                LocalDate day = today.plusDays(alarm.daysBefore());
                roster.gaps(day, day).forEach(gap -> notices.tellRoles(alarm.roles(), gap, days.start(days.section().shift(gap.shift()).orElseThrow(), day)));
            });
        }
    }
}
