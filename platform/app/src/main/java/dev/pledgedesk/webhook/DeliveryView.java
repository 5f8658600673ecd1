package dev.pledgedesk.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message to an address.
 *
 * @param eventId   what the receiver knows it by, the same at every attempt
 * @param subjectId the record it is about
 * @param nextAt    when it is sent next; null if it is not any more
 * @param endedAt   when it was taken or given up; null while it waits
 * @param attempts  the oldest first
 */
public record DeliveryView(UUID id, UUID eventId, String type, UUID subjectId, Instant occurredAt, DeliveryState state, Instant nextAt, Instant endedAt, List<Attempt> attempts) {

    /**
     * One attempt.
     *
     * @param status  of the answer; null if there was none
     * @param failure why there was none, a key below {@code telling.failure.}; null if there was one
     * @param millis  how long it took
     */
    public record Attempt(Instant at, Integer status, String failure, long millis) {
    }
}
