package dev.pledgedesk.limits.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.limits.RateLimits.Window;
import dev.pledgedesk.limits.entity.RateWindows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** The transaction in which nodes add up their counts. */
@ApplicationScoped
@Transactional
public class LimitTransactions {

    @Inject
    RateWindows windows;

    @Inject
    DeskClock clock;

    /** Adds counts; gives the sums of all nodes. */
    public Map<Window, Long> exchange(Map<Window, Long> fresh) {
        windows.forgetBefore(clock.now());
        return windows.add(fresh);
    }
}
