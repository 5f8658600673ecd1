package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is assessed for a qualification.
 *
 * @param scheme       by which it goes
 * @param round        from 1; above it a second try
 * @param theory       per cent; null while it is not known, likewise the others
 * @param practiceVoid whether something critical was not done
 * @param closedAt     null while it is open
 * @param appeal       null if there is none; then all about it is null
 * @param appealUntil  until when it can be appealed against; null while it is open
 * @param judgements   the oldest first
 */
public record AssessmentView(UUID id, UUID staffId, String qualification, LocalizedText name, Scheme scheme, int round, AssessmentState state, BigDecimal theory, BigDecimal practice, boolean practiceVoid,
        BigDecimal conduct, BigDecimal overall, Instant openedAt, Instant closedAt, Appeal appeal, String appealWords, Instant appealUntil, String appealAnswer, List<JudgementView> judgements,
        long version) {
}
