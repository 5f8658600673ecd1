package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/** A draw of tickets. */
public record SampleView(UUID id, String sampling, LocalizedText name, Instant from, Instant until, long seed, int population, int drawn, Instant drawnAt) {
}
