package dev.pledgedesk.training;

import java.time.Instant;
import java.util.UUID;

/** Somebody's place in a session; {@code attendedAt}, {@code rating} and {@code feedback} are null unless they are known. */
public record EnrolmentView(UUID staffId, EnrolmentState state, Instant at, Instant attendedAt, Integer rating, String feedback) {
}
