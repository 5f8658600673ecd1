package dev.pledgedesk.training;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper from elsewhere.
 *
 * @param issuer     who has issued it
 * @param document   its number
 * @param issuedAt   now if null
 * @param validUntil as long as the configuration says if null
 */
public record CertificateDraft(UUID staffId, String qualification, String issuer, String document, Instant issuedAt, Instant validUntil) {
}
