package dev.pledgedesk.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * What a department is asked about a complaint.
 *
 * @param number   of the complaint
 * @param content  what the customer complains of
 * @param question what the department is to say
 * @param opinion  null before it is given
 * @param by       who gave it, as in the journal; null before
 * @param endedAt  null while it is open
 */
public record CaseView(UUID id, UUID complaintId, String number, String department, int round, CaseState state, String content, String question, Instant openedAt, String opinion, String by,
        Instant endedAt) {
}
