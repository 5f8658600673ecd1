package dev.pledgedesk.training;

import dev.pledgedesk.identity.MissingPass;
import java.util.List;
import java.util.UUID;

/**
 * What somebody has passed, and what his work asks for beside it.
 *
 * @param certificates the newest first, those that no longer hold as well
 * @param exceptions   the newest first, those that no longer hold as well
 * @param missing      passes that some work of his roles asks for
 * @param assessments  his, the newest first
 */
public record DutyStanding(UUID staffId, List<CertificateView> certificates, List<ExceptionView> exceptions, List<MissingPass> missing, List<AssessmentView> assessments) {
}
