package dev.pledgedesk.web;

import dev.pledgedesk.kernel.DeskClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server's clock. */
@ApplicationScoped
public class SystemClock implements DeskClock {

    @Inject
    @ConfigProperty(name = "pledgedesk.clock.offset", defaultValue = "PT0S")
    Duration offset;

    @Override
    public Instant now() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }
}
