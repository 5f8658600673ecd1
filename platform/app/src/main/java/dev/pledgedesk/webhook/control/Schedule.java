package dev.pledgedesk.webhook.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a message that was not taken is sent again: soon, then later each time, over 75 hours, a little earlier or later for each message so that many do not come at once. */
final class Schedule {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14),
            Duration.ofHours(20), Duration.ofHours(24));
    /** All waits together, as short as they can be. */
    static final Duration ALL = WAITS.stream().reduce(Duration.ZERO, Duration::plus).multipliedBy(9).dividedBy(10);

    private static final int SHARE = 10;
    private static final int STEPS = 1000;

    private Schedule() {
    }

    /**
     * How long to wait.
     *
     * @param attempts how many there were, from 1 on
     * @param message  decides how much earlier or later, a tenth at the most
     * @return empty if it is given up
     */
    static Optional<Duration> after(int attempts, UUID message) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(attempts - 1);
        int step = Math.floorMod(message.hashCode() + attempts, 2 * STEPS) - STEPS;
        return Optional.of(wait.plus(wait.dividedBy(SHARE).multipliedBy(step).dividedBy(STEPS)));
    }
}
