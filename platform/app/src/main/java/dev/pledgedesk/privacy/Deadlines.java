package dev.pledgedesk.privacy;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Sets when a {@link DeadlineWatch} looks at something: once before it is due and once when it is. Takes part in its caller's transaction; setting it again moves both. */
@ApplicationScoped
public class Deadlines {

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /**
     * Sets both times.
     *
     * @param soon     kind of the watch before; not asked for when the time is over already
     * @param late     kind of the watch after
     * @param earliest how long before it is due the first looks, at most; half of the time that is left if that is less
     */
    public void watch(String soon, String late, UUID id, Instant due, Duration earliest) {
        Duration left = Duration.between(clock.now(), due);
        Duration half = left.dividedBy(2);
        if (!left.isNegative()) {
            dueWork.at(soon, id, due.minus(half.compareTo(earliest) < 0 ? half : earliest));
        }
        dueWork.at(late, id, due);
    }
}
