package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody has passed, for a time.
 *
 * @param name       what the qualification is called; its key if the configuration no longer has it
 * @param issuer     who has issued a paper from elsewhere; null for ours
 * @param document   number of a paper from elsewhere; null for ours
 * @param validUntil null for ever
 * @param code       by which anybody can check it
 * @param revokedAt  null unless it was taken back; likewise {@code revokedWhy}
 * @param holds      whether it counts now
 */
public record CertificateView(UUID id, UUID staffId, String qualification, LocalizedText name, UUID assessmentId, String issuer, String document, Instant issuedAt, Instant validUntil, String code,
        Instant revokedAt, String revokedWhy, boolean holds) {
}
