package dev.pledgedesk.training;

import java.util.Map;
import java.util.UUID;

/**
 * What a trainer has seen, or the daily record says.
 *
 * @param marks    points by item of the part's list, all of them
 * @param words    may be null
 * @param ticketId the real case it was seen on; null for a made one
 */
public record JudgementDraft(JudgementKind kind, Map<String, Integer> marks, String words, UUID ticketId) {
}
