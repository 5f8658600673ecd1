package dev.pledgedesk.complaint;

import dev.pledgedesk.tenancy.ComplaintSection.Need;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is written into the form of a complaint; what is null or absent stays as it is.
 *
 * @param severity key
 * @param cause    key
 * @param ownerId  who looks after it from now on
 * @param texts    those of {@link Need#texts}
 */
public record ComplaintForm(String severity, Boolean complex, Fault fault, String cause, Instant occurredAt, UUID ownerId, Map<Need, String> texts) {

    /** Nothing yet. */
    public static final ComplaintForm EMPTY = new ComplaintForm(null, null, null, null, null, null, Map.of());
}
