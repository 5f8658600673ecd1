package dev.pledgedesk.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody was seen to do or is like.
 *
 * @param raterId  null for a colleague's where the person himself looks
 * @param ticketId the real case it was seen on; null for a made one
 * @param marks    points by item; empty while a colleague has not given it, then also {@code score} and {@code at} are null
 */
public record JudgementView(UUID id, JudgementKind kind, UUID raterId, UUID ticketId, Map<String, Integer> marks, BigDecimal score, String words, Instant at) {
}
