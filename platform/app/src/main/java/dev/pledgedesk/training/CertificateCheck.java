package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;

/**
 * What anybody may know of a certificate whose code he has.
 *
 * @param holder name of whose it is, its first letter alone
 */
public record CertificateCheck(LocalizedText qualification, String holder, String issuer, Instant issuedAt, Instant validUntil, boolean holds) {
}
