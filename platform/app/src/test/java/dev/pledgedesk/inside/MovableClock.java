package dev.pledgedesk.inside;

import dev.pledgedesk.kernel.DeskClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock for in-container tests: right until a test moves it, which then sets it right again. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock implements DeskClock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return Instant.now().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        offset.updateAndGet(o -> o.plus(time));
    }

    /** Back to the right time. */
    public void setRight() {
        offset.set(Duration.ZERO);
    }
}
